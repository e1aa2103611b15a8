package ru.targetsms.files.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final String HEADER = "phone,text_sms\n";

    @TempDir
    private Path folder;

    @Test
    void aRowBecomesAMessageWithTheProtocolsNames() throws IOException {
        List<CsvMessage> messages = read("phone,text_sms,sender_sms,client_id_message\n70000001101,Hello,Shop,7\n");

        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.line()).isEqualTo(2);
            assertThat(message.problem()).isNull();
            assertThat(message.fields())
                    .containsExactly(
                            Map.entry("phone", "70000001101"),
                            Map.entry("text_sms", "Hello"),
                            Map.entry("sender_sms", "Shop"),
                            Map.entry("client_id_message", "7"));
        });
    }

    @Test
    void everyFieldOfTheProtocolHasAColumn() throws IOException {
        String header = "send_viber,send_sms,name_delivery,time_send,sender_viber,sender_sms,text_viber,text_sms,"
                + "button_text,button_url,image_url,validity_period_viber,finale_viber_read,phone,client_id_message";

        try (Messages messages = messagesOf(header + "\n1,2,3,4,5,6,7,8,9,10,11,12,13,14,15\n")) {
            assertThat(messages.unknownColumns()).isEmpty();
            assertThat(messages.next().fields()).hasSize(15).containsKeys(header.split(","));
        }
    }

    @Test
    void columnNamesMatchWithoutRegardToCaseUnderscoresAndSpaces() throws IOException {
        List<CsvMessage> messages = read("Phone , textSms,CLIENT_ID_MESSAGE\n70000001101,Hello,7\n");

        assertThat(messages.get(0).fields()).containsOnlyKeys("phone", "text_sms", "client_id_message");
    }

    @Test
    void semicolonsSeparateAsWellAsCommas() throws IOException {
        List<CsvMessage> messages = read("phone;text_sms\n70000001101;Hello, you\n");

        assertThat(messages.get(0).fields()).containsEntry("text_sms", "Hello, you");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreTolerated() throws IOException {
        List<CsvMessage> messages = read("\uFEFFphone,text_sms\r\n70000001101,Привет\r\n");

        assertThat(messages.get(0).fields())
                .containsExactly(Map.entry("phone", "70000001101"), Map.entry("text_sms", "Привет"));
    }

    @Test
    void emptyCellsAreNotSetAndEmptyLinesAreNoRows() throws IOException {
        List<CsvMessage> messages = read("phone,text_sms,sender_sms\n\n70000001101,Hello,\n\n  \n");

        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.line()).isEqualTo(3);
            assertThat(message.fields()).containsOnlyKeys("phone", "text_sms");
        });
    }

    @Test
    void aQuotedTextMayHoldLineBreaksQuotesAndSeparators() throws IOException {
        List<CsvMessage> messages = read(HEADER + "70000001101,\"one\ntwo, \"\"three\"\"\"\n70000001102,Next\n");

        assertThat(messages)
                .extracting(CsvMessage::line, message -> message.fields().get("text_sms"))
                .containsExactly(tuple(2L, "one\ntwo, \"three\""), tuple(4L, "Next"));
    }

    @Test
    void severalPhonesInACellAreOneMessageEach() throws IOException {
        List<CsvMessage> messages = read(HEADER + "\"70000001101, 70000001102,\",Hello\n70000001103,Next\n");

        assertThat(messages)
                .extracting(CsvMessage::line, CsvMessage::phone)
                .containsExactly(tuple(2L, "70000001101"), tuple(2L, "70000001102"), tuple(3L, "70000001103"));
    }

    @Test
    void aClientIdForSeveralPhonesIsRefusedSinceTheGatewayWouldSendOnlyOne() throws IOException {
        List<CsvMessage> messages = read("phone,text_sms,client_id_message\n\"70000001101,70000001102\",Hello,7\n");

        assertThat(messages).hasSize(2).allSatisfy(message -> assertThat(message.problem())
                .contains("client_id_message"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "70000001102,\"never closed",
                "70000001102,\"closed\" too early\"",
                "70000001102",
                "70000001102,one,two",
                "70000001102,a carriage\rreturn"
            })
    void aMalformedLineIsReportedAndTheNextOnesAreRead(String line) throws IOException {
        List<CsvMessage> messages =
                read(HEADER + "70000001101,Before\n" + line + "\n70000001103,After\n70000001104,\"Last\"\n");

        assertThat(messages)
                .extracting(CsvMessage::line, message -> message.problem() == null, message -> message.fields()
                        .get("text_sms"))
                .containsExactly(
                        tuple(2L, true, "Before"),
                        tuple(3L, false, null),
                        tuple(4L, true, "After"),
                        tuple(5L, true, "Last"));
    }

    @Test
    void aLineThatIsNotUtf8IsReportedAndTheNextOneIsRead() throws IOException {
        Path file = folder.resolve("windows.csv");
        Files.write(file, (HEADER + "70000001101,Привет\n").getBytes(Charset.forName("windows-1251")));
        Files.writeString(file, "70000001102,Привет\n", java.nio.file.StandardOpenOption.APPEND);

        assertThat(read(file))
                .extracting(CsvMessage::problem, CsvMessage::phone)
                .containsExactly(tuple("the line is not UTF-8", ""), tuple(null, "70000001102"));
    }

    @Test
    void aLineLongerThanTheBoundIsReportedAndTheNextOneIsRead() throws IOException {
        List<CsvMessage> messages =
                read(HEADER + "70000001101," + "x".repeat(LineReader.MAX_BYTES) + "\n70000001102,Short\n");

        assertThat(messages)
                .extracting(CsvMessage::problem)
                .containsExactly("the line is longer than 65536 bytes", null);
    }

    @Test
    void columnsThatNoFieldIsCalledAreNamed() throws IOException {
        try (Messages messages = messagesOf("phone,text_sms,Name,,city\n70000001101,Hello,Ann,,Omsk\n")) {
            assertThat(messages.unknownColumns()).containsExactly("Name", "city");
            assertThat(messages.next().fields()).containsOnlyKeys("phone", "text_sms");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text_sms,sender_sms\n",
                "phone,sender_sms\n",
                "phone,text_sms,textSms\n",
                "\"phone,text_sms\n"
            })
    void aFileWithoutAUsableHeaderIsRefused(String content) throws IOException {
        try (Messages messages = messagesOf(content)) {
            assertThat(messages.refusal()).isNotBlank();
            assertThat(messages.next().problem()).isEqualTo(messages.refusal());
            assertThat(messages.hasNext()).isFalse();
        }
    }

    @Test
    void aRefusalDoesNotRepeatWhatTheFirstLineSays() throws IOException {
        try (Messages messages = messagesOf("70000001101,A private text\n")) {
            assertThat(messages.refusal()).contains("phone").doesNotContain("70000001101", "private");
        }
    }

    @Test
    void aHeaderAloneIsAFileWithoutMessages() throws IOException {
        assertThat(read("phone,text_sms")).isEmpty();
    }

    private List<CsvMessage> read(String content) throws IOException {
        return read(Files.writeString(folder.resolve("input.csv"), content));
    }

    private static List<CsvMessage> read(Path file) throws IOException {
        List<CsvMessage> all = new ArrayList<>();
        try (Messages messages = Messages.of(file)) {
            messages.forEachRemaining(all::add);
        }
        return all;
    }

    private Messages messagesOf(String content) throws IOException {
        return Messages.of(Files.write(folder.resolve("input.csv"), content.getBytes(StandardCharsets.UTF_8)));
    }
}
