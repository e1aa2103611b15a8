package ru.targetsms.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.MessageState;
import ru.targetsms.simulator.model.ReceivedMessage;

class XmlViewTest {

    private static final String LETTERS = "abcXYZ0189яЖ-_.:;!?#%()[]{}/\\ ";
    private static final String SIGNS = LETTERS + "<>&\"'";

    @Test
    void anElementThatHoldsOnlyTextStaysOnOneLine() {
        assertThat(lines("<a><b> x  y </b><c/><d>  </d><e></e></a>"))
                .containsExactly("<a>", "  <b> x  y </b>", "  <c/>", "  <d>  </d>", "  <e></e>", "</a>");
    }

    @Test
    void aValueMayHoldTheEndOfATagAndTheOtherQuotes() {
        assertThat(lines("<a b='>\"' c=\">'\"><d/></a>")).containsExactly("<a b='>\"' c=\">'\">", "  <d/>", "</a>");
    }

    @Test
    void charactersThatAreNoTextStayAsTheyWereWritten() {
        assertThat(lines("<a>&lt;&#1071;<![CDATA[<b> & ]]></a>"))
                .containsExactly("<a>&lt;&#1071;<![CDATA[<b> & ]]></a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<password value=\"%s\"/>",
                "<password\tvalue = '%s' />",
                "<password value=\"%s\"></password>",
                "<password>%s</password>",
                "<password><![CDATA[%s]]></password>",
                "<password><value>%s</value></password>",
                "<x:PassWord xmlns:x=\"y\" x:value=\"%s\"/>",
                "<login value=\"demo\" password=\"%s\"/>",
                "<!-- <password value=\"%s\"/> -->",
                "<?old %s?>"
            })
    void aPasswordIsDotsWhereverItStands(String form) {
        String document = "<request><security>" + form.formatted("s3cret") + "</security></request>";

        XmlView view = view(document.getBytes(StandardCharsets.UTF_8));

        assertThat(view.wellFormed()).isTrue();
        assertThat(text(view)).doesNotContain("s3cret").contains("••••••").contains("<security>");
    }

    @Test
    void noPasswordIsShownWhateverBecameOfItsDocument() {
        Random random = new Random(4821);
        for (int i = 0; i < 3_000; i++) {
            String password = "Q" + random(SIGNS, random, 4 + random.nextInt(12)) + "Q";
            byte[] document = spoilt(random, document(random, password));

            assertThat(text(view(document)))
                    .as("password number %d of seed 4821", i)
                    .doesNotContain(password.substring(1, password.length() - 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void aPasswordInAnotherEncodingIsDots(String encoding) {
        String document = Documents.of("s3cret", "text");

        XmlView view = view(document.getBytes(Charset.forName(encoding)));

        assertThat(view.wellFormed()).isFalse();
        assertThat(text(view).replaceAll("[^\\p{L}\\p{N}]", ""))
                .doesNotContain("s3cret")
                .contains("message");
    }

    @ParameterizedTest
    @CsvSource({
        "<a>, <a>",
        "no XML at all, no XML at all",
        "<!DOCTYPE a><a/>, <!DOCTYPE a><a/>",
        "<a>&unknown;</a>, <a>&unknown;</a>"
    })
    void whatIsNoXmlIsShownAsItCame(String document, String shown) {
        XmlView view = view(document.getBytes(StandardCharsets.UTF_8));

        assertThat(view.wellFormed()).isFalse();
        assertThat(text(view)).isEqualTo(shown);
    }

    @Test
    void controlCharactersAreMadeVisible() {
        assertThat(text(view("<a>\u0001\u001B\u007F\u0085\u202E\t\nb".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("<a>␁␛␡⟨0085⟩⟨202E⟩␉␊\nb");
    }

    @Test
    void bytesThatAreNoTextDoNoHarm() {
        byte[] bytes = new byte[5_000];
        new Random(1).nextBytes(bytes);

        assertThat(view(bytes).wellFormed()).isFalse();
        assertThat(view(new byte[0]).lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>%s</a>", "<a b=\"%s\"/>", "<a>%s"})
    void aLongDocumentIsCut(String form) {
        XmlView view = view(form.formatted("x".repeat(300_000)).getBytes(StandardCharsets.UTF_8));

        assertThat(view.cut()).isTrue();
        assertThat(text(view)).hasSizeLessThanOrEqualTo(XmlView.LONGEST);
        assertThat(view("<a/>".getBytes(StandardCharsets.UTF_8)).cut()).isFalse();
    }

    @Test
    void aDeepDocumentIsNotAllIndentation() {
        assertThat(lines(deep(100)))
                .allMatch(line -> line.length() < 40)
                .hasSizeGreaterThan(150)
                .contains("                        <a>");
    }

    @Test
    void aDocumentOfTooManyElementsInOneAnotherIsShownAsItCame() {
        XmlView view = view(deep(101).getBytes(StandardCharsets.UTF_8));

        assertThat(view.wellFormed()).isFalse();
        assertThat(text(view)).isEqualTo(deep(101));
    }

    private static String deep(int elements) {
        return "<a>".repeat(elements) + "</a>".repeat(elements);
    }

    private static String document(Random random, String password) {
        String text = random(LETTERS, random, random.nextInt(40));
        boolean escaped = random.nextBoolean();
        String value = password.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return Documents.of(escaped ? value : password, text);
    }

    /** Cuts, repeats or overwrites a piece somewhere behind the word that says that a password follows, or not at all. */
    private static byte[] spoilt(Random random, String document) {
        int from = document.indexOf("<password") + "<password".length();
        int at = from + random.nextInt(document.length() - from);
        String spoilt =
                switch (random.nextInt(5)) {
                    case 0 -> document.substring(0, at);
                    case 1 -> document.substring(0, at) + document.substring(Math.min(document.length(), at + 3));
                    case 2 ->
                        document.substring(0, at) + "\"'<&>\u0000\n".charAt(random.nextInt(7)) + document.substring(at);
                    case 3 -> "<" + document;
                    default -> document;
                };
        return spoilt.getBytes(random.nextInt(4) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }

    private static String random(String signs, Random random, int length) {
        return random.ints(length, 0, signs.length())
                .mapToObj(i -> signs.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static List<String> lines(String document) {
        XmlView view = view(document.getBytes(StandardCharsets.UTF_8));
        assertThat(view.wellFormed()).isTrue();
        return text(view).lines().toList();
    }

    private static XmlView view(byte[] document) {
        return XmlView.of(document, new Mine(Documents.MESSAGE));
    }

    private static String text(XmlView view) {
        return view.lines().stream()
                .map(line -> line.pieces().stream().map(XmlView.Piece::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static final class Documents {

        static final ReceivedMessage MESSAGE = new ReceivedMessage(
                4_294_967_296L,
                "demo",
                null,
                "79001234567",
                List.of(Channel.SMS),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                60,
                false,
                null,
                "text",
                1,
                Instant.EPOCH,
                MessageState.accepted(Instant.EPOCH),
                true,
                false);

        static String of(String password, String text) {
            return "<?xml version=\"1.0\" encoding=\"utf-8\"?><request><security><login value=\"demo\"/><password value=\""
                    + password + "\"/></security><message><text_sms>" + text
                    + "</text_sms><abonent phone=\"79001234567\"/></message></request>";
        }
    }
}
