package ru.targetsms.camel.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import ru.targetsms.camel.model.Content;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.MessageRules;
import ru.targetsms.camel.model.Submission;
import ru.targetsms.camel.model.WireText;

/** Whatever legal text goes in, an independent parser reads it back, and nothing else (R2, R3, R5, F31). */
class XmlWriteTest {

    private static final List<MessageField> TEXTS = List.of(
            MessageField.NAME_DELIVERY,
            MessageField.SENDER_VIBER,
            MessageField.BUTTON_URL,
            MessageField.IMAGE_URL,
            MessageField.SENDER_SMS,
            MessageField.TEXT_SMS);

    @Property(tries = 500)
    void r3_r13_every_legal_text_arrives_and_injects_nothing(@ForAll("texts") String text) throws Exception {
        Map<MessageField, Object> fields = new EnumMap<>(MessageField.class);
        TEXTS.forEach(field -> fields.put(field, text));
        fields.put(MessageField.SEND_SMS, 1);
        fields.put(MessageField.BUTTON_TEXT, "x");
        MessageRules.Checked checked = MessageRules.check(fields, null, Wire.MOSCOW);
        assertThat(checked.violations()).isEmpty();

        byte[] document = Wire.CODEC.write(request(checked.content()), 0);

        assertThat(new String(document, UTF_8))
                .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><request>")
                .doesNotContainPattern("[\n\r\u0085\u2028\u2029]");
        Element message = child(parse(document), "message");
        assertThat(children(message))
                .extracting(Element::getTagName)
                .containsExactly(
                        "send_sms",
                        "name_delivery",
                        "sender_viber",
                        "button_text",
                        "button_url",
                        "image_url",
                        "sender_sms",
                        "text_sms",
                        "abonent");
        for (MessageField field : TEXTS) {
            assertThat(child(message, field.protocolName()).getTextContent()).isEqualTo(WireText.oneLine(text));
        }
    }

    @Property(tries = 200)
    void r5_every_legal_login_and_password_arrives(
            @ForAll("credentials") String login, @ForAll("credentials") String password) throws Exception {
        Request request = new Request();
        request.security = Request.Security.of(login, password);
        request.ids = List.of("1");

        byte[] document = Wire.CODEC.write(request, 0);

        assertThat(new String(document, UTF_8)).doesNotContain("\n", "\r");
        Element security = child(parse(document), "security");
        assertThat(child(security, "login").getAttribute("value")).isEqualTo(login);
        assertThat(child(security, "password").getAttribute("value")).isEqualTo(password);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> anything = Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .map(Character::toString)
                .filter(one -> WireText.illegalCharacter(one).isEmpty());
        Arbitrary<String> tricky = Arbitraries.of(
                "<",
                ">",
                "&",
                "\"",
                "'",
                "]]>",
                "<![CDATA[",
                "-->",
                "<?",
                "\"/><abonent phone=\"79000000009",
                "&lt;",
                "</text_sms></message>",
                "\n",
                "\r\n",
                "\r",
                "\t",
                "\u0085",
                "\u2028",
                "\u2029",
                "\\n",
                " ",
                "😀",
                "\u007F",
                "\uFEFF",
                "\uE000",
                "\uFFFD");
        return Arbitraries.oneOf(anything, tricky, tricky)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> String.join("", parts))
                .filter(text -> !text.isBlank());
    }

    /** JAXB writes a tab in an attribute as it stands, so that XML turns it into a blank. */
    @Provide
    Arbitrary<String> credentials() {
        return texts().filter(text -> text.indexOf('\t') < 0);
    }

    @Test
    void f31_a_text_of_100_kb_arrives() throws Exception {
        String text = "Ж<😀&".repeat(20_000);
        Content content = new Content(Map.of(MessageField.SEND_SMS, "1", MessageField.TEXT_SMS, text));

        Element request = parse(Wire.CODEC.write(request(content), 0));

        assertThat(child(child(request, "message"), "text_sms").getTextContent())
                .isEqualTo(text);
    }

    @Test
    void r3_a_line_break_that_slips_through_to_the_writer_is_never_written() {
        Content content = new Content(Map.of(MessageField.SEND_SMS, "1", MessageField.TEXT_SMS, "раз\nдва"));

        assertThatThrownBy(() -> Wire.CODEC.write(request(content), 0))
                .hasStackTraceContaining("a line break in a document (R3)");
    }

    @Test
    void r19_r20_recipients_share_their_message_and_the_client_id_is_optional() throws Exception {
        Request request = new Request();
        request.messages = List.of(WireMessages.of(
                List.of(Wire.to(0, "А", "79000000001", Long.MAX_VALUE), Wire.to(1, "А", "79000000002", null))));

        Element message = child(parse(Wire.CODEC.write(request, 0)), "message");

        List<Element> abonents = children(message).subList(2, 4);
        assertThat(abonents)
                .extracting(abonent -> abonent.getAttribute("phone"))
                .containsExactly("79000000001", "79000000002");
        assertThat(abonents.get(0).getAttribute("client_id_message")).isEqualTo("9223372036854775807");
        assertThat(abonents.get(1).hasAttribute("client_id_message")).isFalse();
    }

    private static Request request(Content content) {
        Request request = new Request();
        request.messages = List.of(WireMessages.of(List.of(new Submission(null, 0, 0, content, "79000000001", 1L))));
        return request;
    }

    private static Element parse(byte[] document) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(document))
                .getDocumentElement();
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .reduce((one, other) -> {
                    throw new AssertionError("two elements " + name);
                })
                .orElseThrow();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
