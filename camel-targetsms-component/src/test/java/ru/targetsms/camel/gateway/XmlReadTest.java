package ru.targetsms.camel.gateway;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.camel.gateway.Response.Information;

/** Answers that nobody vouches for (F13, F14, F28, F29, R34). */
class XmlReadTest {

    private static final String ENTRY = "<information id_message=\"1\" phone=\"79000000001\">send</information>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "send",
                "{\"response\":{\"error\":\"x\"}}",
                "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>",
                "<html><body>502 Bad Gateway</body></html>",
                "<Response/>",
                "<answer><response/></answer>",
                "<request/>",
                "<response xmlns=\"urn:x\"/>",
                "<x:response xmlns:x=\"urn:x\"/>",
                "<response>",
                "<response></respons>",
                "<response/><response/>",
                "<response/>send",
                "<response/>\u0000",
                "text<response/>",
                "<response><error>&</error></response>",
                "<response><error a=1/></response>",
                "<response><error a=\"1\" a=\"2\"/></response>",
                " <?xml version=\"1.0\"?><response/>"
            })
    void f13_a_document_that_is_no_single_response_is_not_trusted(String document) {
        assertUntrusted(document);
    }

    @Property(tries = 500)
    void f14_an_answer_cut_anywhere_is_not_trusted(@ForAll("cuts") byte[] cut) {
        assertThatExceptionOfType(UntrustedAnswerException.class).isThrownBy(() -> Wire.CODEC.read(cut));
    }

    @Provide
    Arbitrary<byte[]> cuts() {
        return Arbitraries.of("send-answer.xml", "status-answer.xml", "send-answer-refused.xml")
                .map(Wire::golden)
                .flatMap(answer -> Arbitraries.integers()
                        .between(0, answer.length - 1)
                        .map(length -> Arrays.copyOf(answer, length)));
    }

    @Test
    void f14_no_place_to_cut_is_forgotten() {
        byte[] answer = Wire.golden("send-answer-refused.xml");

        assertThat(IntStream.range(0, answer.length))
                .allSatisfy(length -> assertThatThrownBy(() -> Wire.CODEC.read(Arrays.copyOf(answer, length)))
                        .isInstanceOf(UntrustedAnswerException.class));
    }

    @Property(tries = 300)
    void f14_trailing_garbage_is_not_trusted(@ForAll("garbage") String garbage) {
        assertUntrusted("<response><message>" + ENTRY + "</message></response>" + garbage);
    }

    @Provide
    Arbitrary<String> garbage() {
        return Arbitraries.strings().ofMinLength(1).ofMaxLength(20).filter(text -> !text.chars()
                .allMatch(c -> " \t\r\n".indexOf(c) >= 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " \r\n\t", "<!-- node 7 -->", "<?php echo 1 ?>"})
    void white_space_comments_and_instructions_behind_the_answer_are_harmless(String tail) throws Exception {
        assertThat(Wire.read("<response><error>x</error></response>" + tail).error)
                .isEqualTo("x");
    }

    static Stream<String> attacks() {
        String laughs = "<!DOCTYPE r [<!ENTITY a \"ha\">"
                + IntStream.range(0, 12)
                        .mapToObj(i -> "<!ENTITY " + (char) ('b' + i) + " \""
                                + ("&" + (char) ('a' + i) + ";").repeat(10) + "\">")
                        .reduce("", String::concat)
                + "]><response><error>&m;</error></response>";
        return Stream.of(
                "<!DOCTYPE response><response/>",
                "<!DOCTYPE response [<!ELEMENT response ANY>]><response/>",
                "<!DOCTYPE response [<!ENTITY x \"send\">]><response><error>&x;</error></response>",
                "<!DOCTYPE response [<!ENTITY % p \"<!ENTITY x 'send'>\">%p;]><response><error>&x;</error></response>",
                "<response><error>&x;</error></response>",
                "<response><error a=\"&x;\">x</error></response>",
                laughs,
                "<response>" + "<a>".repeat(200_000) + "</a>".repeat(200_000) + "</response>",
                "<response>" + "<a>".repeat(32) + "</a>".repeat(32) + "</response>",
                "<response" + attributes(20_000) + "/>",
                "<response><message>" + ENTRY.replace("<information", "<information" + attributes(65))
                        + "</message></response>",
                "<response><" + "n".repeat(257) + "/></response>",
                "<response><" + "n".repeat(1_000_000) + "/></response>");
    }

    private static String attributes(int count) {
        return IntStream.range(0, count).mapToObj(i -> " a" + i + "=\"\"").reduce("", String::concat);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    @Timeout(5)
    void f28_an_attack_is_refused_quickly(String document) {
        assertUntrusted(document);
    }

    @Test
    void f28_no_file_is_opened_for_an_answer(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "s3cr3t");
        Path dtd = Files.writeString(folder.resolve("a.dtd"), "<!ENTITY x \"s3cr3t\">");

        assertUntrusted("<!DOCTYPE response [<!ENTITY x SYSTEM \"" + secret.toUri()
                + "\">]><response><error>&x;</error></response>");
        assertUntrusted("<!DOCTYPE response SYSTEM \"" + dtd.toUri() + "\"><response><error>&x;</error></response>");
    }

    @Test
    void f28_no_socket_is_opened_for_an_answer() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(100);
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";

            assertUntrusted("<!DOCTYPE response SYSTEM \"" + url + "\"><response/>");
            assertUntrusted("<!DOCTYPE response [<!ENTITY x SYSTEM \"" + url + "\">]><response>&x;</response>");
            assertUntrusted("<!DOCTYPE response [<!ENTITY % x SYSTEM \"" + url + "\">%x;]><response/>");

            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void r34_depth_attributes_and_names_below_the_limits_are_ignored() throws Exception {
        assertThat(Wire.read("<response>" + "<a>".repeat(31) + "</a>".repeat(31) + "<error>x</error></response>").error)
                .isEqualTo("x");
        assertThat(Wire.read("<response" + attributes(64) + "><" + "n".repeat(256) + "/><error>x</error></response>")
                        .error)
                .isEqualTo("x");
    }

    @Test
    void f29_utf_8_with_a_byte_order_mark_is_read() throws Exception {
        assertThat(Wire.read("\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?><response><error>ж</error></response>")
                        .error)
                .isEqualTo("ж");
    }

    @Test
    void f29_a_second_byte_order_mark_is_text_where_none_belongs() {
        assertUntrusted("\uFEFF\uFEFF<response/>");
    }

    @Test
    void f29_any_other_encoding_is_not_trusted() {
        String document = "<?xml version=\"1.0\"?><response><error>ошибка</error></response>";

        assertThat(Stream.of(
                        document.getBytes(UTF_16),
                        document.getBytes(UTF_16LE),
                        document.getBytes(Charset.forName("windows-1251")),
                        document.getBytes(Charset.forName("KOI8-R")),
                        "<response><error>\u00e9</error></response>".getBytes(Charset.forName("ISO-8859-1"))))
                .allSatisfy(bytes -> assertThatThrownBy(() -> Wire.CODEC.read(bytes))
                        .isInstanceOf(UntrustedAnswerException.class)
                        .hasMessageNotContaining("?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "UTF-16", "klingon"})
    void f29_a_false_label_never_makes_false_letters(String label) {
        String document = "<?xml version=\"1.0\" encoding=\"" + label + "\"?><response><error>жук</error></response>";

        try {
            assertThat(Wire.read(document).error).isEqualTo("жук");
        } catch (UntrustedAnswerException e) {
            assertThat(e).hasMessageStartingWith("the answer is");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000", "\u0001", "\u001F", "\uFFFE", "&#0;", "&#1;", "&#xFFFF;", "&#xD800;", "&#x110000;"})
    void f29_characters_that_xml_cannot_carry_are_not_trusted(String character) {
        assertUntrusted("<response><error>a" + character + "b</error></response>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<response><error>a&#1;b</error></response>", "<?xml version=\"1.0\"?><response/>"})
    void f29_xml_1_1_and_what_only_it_can_carry_is_not_trusted(String document) {
        assertThatThrownBy(() -> Wire.read("<?xml version=\"1.1\"?>" + document))
                .hasMessage("the answer is no XML 1.0");
    }

    @Test
    void an_encoded_lone_surrogate_is_no_utf_8() {
        byte[] bytes = "<response><error>???</error></response>".getBytes(UTF_8);
        System.arraycopy(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, 0, bytes, 17, 3);

        assertThatThrownBy(() -> Wire.CODEC.read(bytes)).hasMessage("the answer is no UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a<&>б",
                "<![CDATA[a<&>б]]>",
                "a<![CDATA[<&>]]>б",
                "a&#60;&#x26;&gt;б",
                "a<!-- c -->&lt;<?p i?>&amp;&gt;б"
            })
    void every_way_to_write_a_text_is_read(String written) {
        String xml = written.equals("a<&>б") ? "a&lt;&amp;&gt;б" : written;

        assertThat(Wire.answer("<error>" + xml + "</error>").error).isEqualTo("a<&>б");
        assertThat(entry(" id_message=\"1\"", xml).text).isEqualTo("a<&>б");
        assertThat(Wire.answer("<state id_message=\"1\">" + xml + "</state>")
                        .states
                        .get(0)
                        .text)
                .isEqualTo("a<&>б");
    }

    @Test
    void a_long_answer_is_read_whole_whatever_has_to_be_escaped_in_it() {
        assertThat(Wire.answer("<error>" + "&amp;".repeat(300_000) + "</error>").error)
                .isEqualTo("&".repeat(300_000));
        assertThat(Wire.answer("<error>" + "&#1078;".repeat(300_000) + "</error>").error)
                .isEqualTo("ж".repeat(300_000));
    }

    @Test
    void line_breaks_between_elements_are_harmless() {
        Response response = Wire.answer("\r\n <message>\n\t" + ENTRY + "\n</message>\n");

        assertThat(response.messages.get(0).informations).singleElement().satisfies(entry -> assertThat(entry.text)
                .isEqualTo("send"));
    }

    @Test
    void r34_unknown_elements_and_attributes_are_ignored_wherever_they_stand() {
        Response response = Wire.answer("<balance currency=\"RUR\">150.5</balance>"
                + "<message id_turn=\"1\"><cost><sum>1</sum></cost>"
                + "<information id_turn=\"401020205\" price=\"1.1\" id_message=\"1\" err=\"000\" "
                + "xmlns:x=\"urn:x\" x:phone=\"7\" phone=\"79000000001\">send</information></message><state/>");

        assertThat(response.error).isNull();
        assertThat(response.messages).hasSize(1);
        Information entry = response.messages.get(0).informations.get(0);
        assertThat(entry.idMessage).isEqualTo("1");
        assertThat(entry.phone).isEqualTo("79000000001");
        assertThat(entry.text).isEqualTo("send");
    }

    @ParameterizedTest
    @ValueSource(strings = {"send<br/>", "<b>bold</b>send", "se<i/>nd"})
    void r34_an_unknown_element_inside_an_entry_does_not_cost_its_id(String content) {
        assertThat(entry(" id_message=\"1\"", content).idMessage).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nil=\"true\"", "type=\"response\"", "type=\"nobody:knows\""})
    void r34_what_xml_schema_says_of_an_element_is_ignored(String attribute) {
        String xsi = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:" + attribute;

        assertThat(Wire.answer("<error" + xsi + ">x</error>").error).isEqualTo("x");
        assertThat(Wire.answer("<message" + xsi + ">" + ENTRY + "</message>")
                        .messages
                        .get(0)
                        .informations)
                .hasSize(1);
    }

    /** JAXB compares names by identity; were one not interned, it would silently ignore an id. */
    @Test
    void everyNameIsInternedAsJaxbIsTold() throws Exception {
        String element = "<x:n%d xmlns:x=\"urn:x%d\" a%d=\"\" x:b%d=\"\" xsi:c%d=\"\"/>";
        String document = "<response xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + IntStream.range(0, 500)
                        .mapToObj(i -> element.replace("%d", String.valueOf(i)))
                        .collect(Collectors.joining())
                + "</response>";

        XMLStreamReader reader = HardenedXmlReader.open(document.getBytes(UTF_8));
        List<String> names = names(reader);

        assertThat(reader.getProperty("org.codehaus.stax2.internNames")).isEqualTo(true);
        assertThat(reader.getProperty("org.codehaus.stax2.internNsUris")).isEqualTo(true);
        assertThat(names)
                .contains("n0", "urn:x0", "a0", "b499", "urn:hidden")
                .allMatch(name -> name == new String(name).intern());
    }

    private static List<String> names(XMLStreamReader reader) throws XMLStreamException {
        List<String> names = new ArrayList<>();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                names.add(reader.getLocalName());
                names.add(reader.getNamespaceURI());
            }
            for (int i = 0; event == XMLStreamConstants.START_ELEMENT && i < reader.getAttributeCount(); i++) {
                names.add(reader.getAttributeLocalName(i));
                names.add(reader.getAttributeNamespace(i));
            }
        }
        names.removeIf(Objects::isNull);
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE response [;", "<response><error>x</error></respons>"})
    void only_a_place_that_can_be_is_told(String document) {
        assertThatThrownBy(() -> Wire.read(document))
                .hasMessageMatching("the answer is no well-formed XML( at line [1-9]\\d*, column [1-9]\\d*)?");
    }

    @Test
    void why_an_answer_is_not_trusted_is_told_without_its_words() {
        assertThatThrownBy(() -> Wire.read("<response><error>79001234567 тайна</eror></response>"))
                .hasMessageMatching("the answer is no well-formed XML at line 1, column \\d+")
                .hasNoCause();
        assertThatThrownBy(() -> Wire.read("<тайна/>")).hasMessage("the answer is no <response>");
        assertThatThrownBy(() -> Wire.read("")).hasMessage("the answer is empty");
    }

    private static Information entry(String attributes, String content) {
        return Wire.answer("<message><information" + attributes + ">" + content + "</information></message>")
                .messages
                .get(0)
                .informations
                .get(0);
    }

    private static void assertUntrusted(String document) {
        assertThatExceptionOfType(UntrustedAnswerException.class).isThrownBy(() -> Wire.read(document));
    }
}
