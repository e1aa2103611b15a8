package ru.targetsms.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import ru.targetsms.simulator.GatewaySimulator;

/** What the program does with files; run with the Java routes and with the YAML ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
abstract class FilesToSmsTest {

    private final String profile;
    private final GatewaySimulator gateway = GatewaySimulator.start();
    private Program program;

    FilesToSmsTest(String profile) {
        this.profile = profile;
    }

    @BeforeAll
    void start(@TempDir Path base) {
        program = Program.start(base, gateway.baseUrl(), profile, "--files-to-sms.chunk=3");
    }

    @AfterAll
    void stop() {
        program.close();
        gateway.close();
    }

    @Test
    void everyRowIsSentAndHasItsResult() throws IOException {
        long before = gateway.ledger().totals().accepted();

        program.drop(
                "orders.csv",
                "phone,text_sms,client_id_message\n+7 000 000-21-01,One,2101\n70000002102,Two,2102\n70000002103,Three,\n70000002104,Four,\n");

        Results results = program.resultsOnceDone("orders.csv");
        assertThat(results.outcomes()).containsExactly("2 ACCEPTED", "3 ACCEPTED", "4 ACCEPTED", "5 ACCEPTED");
        assertThat(results.column("phone")).containsExactly("70000002101", "70000002102", "70000002103", "70000002104");
        assertThat(results.column("client_id_message"))
                .startsWith("2101", "2102")
                .doesNotContain("");
        assertThat(results.column("id_message")).doesNotContain("").doesNotHaveDuplicates();
        assertThat(gateway.ledger().totals().accepted() - before).isEqualTo(4);
    }

    @Test
    void viberWithSmsAsFallbackIsOneRow() throws IOException {
        program.drop(
                "viber.csv",
                "phone;text_viber;text_sms;sender_viber;button_text;button_url\n70000002201;Hello;Hello by SMS;Shop;Look;https://example.com/\n");

        assertThat(program.resultsOnceDone("viber.csv").outcomes()).containsExactly("2 ACCEPTED");
    }

    @Test
    void bomSemicolonsAndWindowsLineEndsOfASpreadsheetAreUnderstood() throws IOException {
        program.drop("excel.csv", "\uFEFFphone;text_sms\r\n70000002301;Привет, мир\r\n");

        assertThat(program.resultsOnceDone("excel.csv").outcomes()).containsExactly("2 ACCEPTED");
        assertThat(gateway.ledger().recipient("70000002301", "Привет, мир").accepted())
                .isOne();
    }

    @Test
    void aFileNameMayHaveSpacesAndCyrillicLetters() throws IOException {
        program.drop("заказы за май.csv", "phone,text_sms\n70000002401,Готово\n");

        assertThat(program.resultsOnceDone("заказы за май.csv").outcomes()).containsExactly("2 ACCEPTED");
    }

    @Test
    void unknownColumnsAreNamedInAWarning(CapturedOutput output) throws IOException {
        program.drop("columns.csv", "phone,text_sms,City\n70000002501,Hello,Omsk\n");

        program.resultsOnceDone("columns.csv");
        assertThat(output).containsPattern("WARN .*columns.csv.*City");
    }

    @Test
    void aFileWithoutATextColumnIsRefused(CapturedOutput output) throws IOException {
        program.drop("no text.csv", "phone,sender_sms\n70000002601,Shop\n");

        Results results = program.resultsOnceFailed("no text.csv");
        assertThat(results.outcomes()).containsExactly("1 INVALID");
        assertThat(results.column("text")).singleElement().asString().contains("text_sms", "text_viber");
        assertThat(output).containsPattern("ERROR no text.csv is refused: .*text_sms");
    }

    @Test
    void aFileWithoutAPhoneColumnIsRefused() throws IOException {
        program.drop("no phone.csv", "text_sms\nHello\n");

        Results results = program.resultsOnceFailed("no phone.csv");
        assertThat(results.column("text")).singleElement().asString().contains("phone");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        program.drop("empty.csv", "");

        assertThat(program.resultsOnceFailed("empty.csv").column("text"))
                .singleElement()
                .asString()
                .contains("empty");
    }

    @Test
    void aHeaderAloneIsDoneWithoutResults() throws IOException {
        program.drop("header.csv", "phone,text_sms\n");

        assertThat(program.resultsOnceDone("header.csv").rows()).isEmpty();
    }

    @Test
    void aBadRowNeverStopsTheOthers() throws IOException {
        program.drop(
                "bad rows.csv",
                "phone,text_sms\n"
                        + "70000002701,Before\n"
                        + "70000002702,\"never closed\n"
                        + "123,Short number\n"
                        + "70000002703\n"
                        + ",No number\n"
                        + "70000002704,\n"
                        + "70000002705,After\n");

        Results results = program.resultsOnceDone("bad rows.csv");
        assertThat(results.outcomes())
                .containsExactly(
                        "2 ACCEPTED", "3 INVALID", "4 INVALID", "5 INVALID", "6 INVALID", "7 INVALID", "8 ACCEPTED");
        assertThat(results.count(row -> row.getField("outcome").equals("INVALID")
                        && row.getField("text").isBlank()))
                .isZero();
    }

    @Test
    void aNumberTheGatewayRefusesHasTheGatewaysWords() throws IOException {
        program.drop("refused.csv", "phone,text_sms\n70000000005,Refused\n70000002801,Taken\n");

        Results results = program.resultsOnceDone("refused.csv");
        assertThat(results.outcomes()).containsExactly("2 REJECTED", "3 ACCEPTED");
        assertThat(results.column("text").get(0)).isNotBlank();
    }

    @Test
    void severalPhonesInACellHaveAResultEach() throws IOException {
        program.drop("several.csv", "phone,text_sms\n\"70000002901,70000002902,12\",Hello\n70000002903,Hello\n");

        Results results = program.resultsOnceDone("several.csv");
        assertThat(results.outcomes()).containsExactly("2 ACCEPTED", "2 ACCEPTED", "2 INVALID", "3 ACCEPTED");
    }

    @Test
    void resultsOfAnEarlierFileAreNeverOverwritten() throws IOException {
        program.drop("daily.csv", "phone,text_sms\n70000003001,Same\n");
        Results first = program.resultsOnceDone("daily.csv");

        program.drop("daily.csv", "phone,text_sms\n70000003001,Same\n");
        Results second = program.resultsOnceDone("daily-2.csv");

        assertThat(Results.of(program.folders().results("daily.csv")).column("id_message"))
                .isEqualTo(first.column("id_message"));
        assertThat(second.outcomes()).containsExactly("2 ACCEPTED");
        assertThat(gateway.ledger().recipient("70000003001", "Same").accepted()).isEqualTo(2);
    }

    @Test
    void noLogLineHoldsAPhoneOrAText(CapturedOutput output) throws IOException {
        program.drop("private.csv", "phone,text_sms,79000003201\n70000003202,Secret words,x\n12,Secret words,x\n");

        program.resultsOnceDone("private.csv");
        assertThat(output).doesNotContain("70000003202", "79000003201", "Secret words");
    }
}
