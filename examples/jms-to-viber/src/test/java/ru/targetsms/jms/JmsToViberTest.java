package ru.targetsms.jms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.ServiceStatus;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.gateway.ActiveFault;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.ReceivedMessage;
import ru.targetsms.simulator.model.ReservedPhone;
import ru.targetsms.simulator.proxy.FaultProxy;
import ru.targetsms.simulator.proxy.Toxic;

/** The program with broker, database and gateway, from an order on the queue to its delivery report. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class JmsToViberTest {

    private final GatewaySimulator gateway = GatewaySimulator.start();
    private final FaultProxy line = FaultProxy.to(gateway.port());
    private Path folder;
    private Program program;
    private Queues queues;

    @BeforeAll
    void start(@TempDir Path base) throws IOException {
        folder = base;
        program = Program.start(folder, line.baseUrl());
        queues = program.queues();
    }

    @AfterAll
    void stop() {
        program.close();
        line.close();
        gateway.close();
    }

    @Test
    void aProgramThatNeverHadAnOrderTakesTheSamples() throws IOException {
        soon().untilAsserted(() -> assertThat(tableOf("1001", "1002", "1003", "1005"))
                .containsExactly(
                        "1001 deliver viber=read sms=null",
                        "1002 deliver viber=not_deliver sms=deliver",
                        "1003 deliver viber=deliver sms=deliver",
                        "1005 expired viber=expired sms=expired"));

        Message parked = refused("1004");
        assertThat(Queues.header(parked, "reason")).contains("Данное направление закрыто.");
        assertThat(Queues.text(parked)).contains("\"number\": \"1004\"", ReservedPhone.REFUSED);
        soon().untilAsserted(() -> assertThat(folder.resolve("done/1001.json")).exists());
        assertThat(Files.exists(folder.resolve("inbox/1001.json"))).isFalse();
    }

    @Test
    void theCustomerGetsViberWithPictureAndButtonAndTheSmsComesSecond() {
        queues.put(31, "+7 000 050-00-31");

        soon().until(() -> accepted(31, "70000500031") == 1);
        ReceivedMessage message = gateway.messages().stream()
                .filter(received -> received.phone().equals("70000500031"))
                .findFirst()
                .orElseThrow();
        assertThat(message.channels()).containsExactly(Channel.VIBER, Channel.SMS);
        assertThat(message.textViber()).isEqualTo(Queues.textOf(31));
        assertThat(message.textSms()).isEqualTo("Заказ 31 собран, хранится три дня");
        assertThat(message.imageUrl()).isEqualTo("https://shop.example/1.jpg");
        assertThat(message.buttonText()).isEqualTo("Открыть заказ");
        assertThat(message.buttonUrl()).isEqualTo("https://shop.example/1");
        assertThat(message.validityPeriodViber()).isEqualTo(15);
        assertThat(message.finaleViberRead()).isTrue();
    }

    @Test
    void theReportIsOnTheQueueWithTheOrderItIsAbout() {
        queues.put(41, "70000500041");

        JsonNode report =
                soon().until(() -> report(41), reports -> reports.size() == 1).get(0);
        assertThat(report.get("state").asText()).isEqualTo("deliver");
        assertThat(report.get("state_viber").asText()).isEqualTo("read");
        assertThat(report.get("price_viber").decimalValue()).isEqualByComparingTo("1.10");
        assertThat(report.get("phone").asText()).isEqualTo("70000500041");
        assertThat(report.get("final").asBoolean()).isTrue();
    }

    @Test
    void anOrderThatComesTwiceReachesTheCustomerOnce() {
        queues.put(51, "70000500051");
        queues.put(51, "70000500051");

        soon().until(() ->
                gateway.ledger().recipient("70000500051", Queues.textOf(51)).refusedAsDuplicate() == 1);
        soon().until(() -> report(51).size() == 1);
        assertThat(accepted(51, "70000500051")).isOne();
        assertThat(tableOf("51")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "null", "[]", "{\"number\":", "{\"number\":{}}", "\"70000500061\""})
    void whatIsNoOrderIsParkedAsItCame(String text) {
        long before = refused(text, "not an order in JSON");

        queues.put(text);

        soon().until(() -> refused(text, "not an order in JSON") == before + 1);
        queues.put(60, "70000500060");
        soon().until(() -> accepted(60, "70000500060") == 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"phone\":\"70000500071\"}",
                "{\"number\":\"72\"}",
                "{\"number\":\"73\",\"phone\":\"70\",\"link\":\"https://shop.example\"}"
            })
    void anOrderThatBreaksARuleIsParkedWithTheRule(String order) {
        queues.put(order);

        soon().until(() -> queues.refused().stream()
                .filter(message -> Queues.text(message).equals(order))
                .anyMatch(message -> Queues.header(message, "reason").startsWith("invalid message")));
    }

    @Test
    void aGatewayThatIsAwayLosesNothingAndSendsNothingTwice(CapturedOutput output) {
        line.add(Toxic.down());
        IntStream.range(100, 120).forEach(number -> queues.put(number, "70000500" + number));
        soon().until(() -> output.toString().split("comes again: not sent").length > 40);
        ActiveFault lost = gateway.faults().add(Fault.dropAfterAccept().onSend().first(2));

        line.clear();

        soon().untilAsserted(() -> assertThat(tableOf(numbers(100, 120))).hasSize(20));
        assertThat(IntStream.range(100, 120).mapToLong(number -> accepted(number, "70000500" + number)))
                .containsOnly(1L);
        assertThat(lost.fired()).isEqualTo(2);
        soon().until(() -> queues.orders().isEmpty());
    }

    @Test
    void ordersStayOnTheQueueWhileTheAccountIsBlocked() throws Exception {
        gateway.block("demo", true);
        queues.put(81, "70000500081");
        soon().until(() -> program.camel().getRouteController().getRouteStatus("orders") == ServiceStatus.Suspended);
        assertThat(accepted(81, "70000500081")).isZero();

        gateway.block("demo", false);
        program.camel().getRouteController().resumeRoute("orders");

        soon().until(() -> report(81).size() == 1);
        assertThat(accepted(81, "70000500081")).isOne();
        assertThat(queues.refused()).noneMatch(message -> Queues.text(message).contains("70000500081"));
    }

    @Test
    void theLogNamesOrdersButNeitherPhonesNorTexts(CapturedOutput output) {
        queues.put(91, "70000500091");
        queues.put(92, ReservedPhone.REFUSED);

        soon().untilAsserted(() -> assertThat(output)
                .contains("Order 91: accepted as", "Order 91: deliver (Viber read 1.10)", "Order 92 parked"));
        assertThat(output).doesNotContain("70000500091", ReservedPhone.REFUSED, "ваш заказ");
    }

    private List<JsonNode> report(int number) {
        return queues.reports().stream()
                .filter(report -> report.get("correlation_id").asText().equals(Integer.toString(number)))
                .toList();
    }

    private Message refused(String number) {
        return soon().until(
                        () -> queues.refused().stream()
                                .filter(message -> number.equals(Queues.header(message, "order")))
                                .toList(),
                        messages -> messages.size() == 1)
                .get(0);
    }

    private long refused(String text, String reason) {
        return queues.refused().stream()
                .filter(message -> text.equals(Queues.text(message)))
                .filter(message -> reason.equals(Queues.header(message, "reason")))
                .count();
    }

    private long accepted(int number, String phone) {
        return gateway.ledger().recipient(phone, Queues.textOf(number)).accepted();
    }

    private List<String> tableOf(String... numbers) {
        return program
                .database()
                .queryForList(
                        "select * from report where order_number = any (?) order by order_number", (Object) numbers)
                .stream()
                .map(JmsToViberTest::describe)
                .toList();
    }

    private static String describe(Map<String, Object> row) {
        return row.get("order_number") + " " + row.get("state") + " viber=" + row.get("state_viber") + " sms="
                + row.get("state_sms");
    }

    private static String[] numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toArray(String[]::new);
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
