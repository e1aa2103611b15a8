package ru.targetsms.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.json.Jsoner;
import org.junit.jupiter.api.Test;
import ru.targetsms.simulator.fault.Fault;

/** The console, found as Camel finds it. */
class DevConsoleTest extends ReportScene {

    @Test
    void theConsoleShowsGatewaysOutcomesAndPendingReports() throws Exception {
        reports("", exchange -> {});
        long id = sent(Map.of());
        gateway.faults().add(Fault.status(503).first(1).onSend());
        send("targetsms:send?phone=" + PHONE, "Ваш код 4711");

        await().untilAsserted(() -> assertThat(json().get("reports"))
                .asInstanceOf(LIST)
                .first()
                .asInstanceOf(MAP)
                .containsEntry("routeId", "reports")
                .containsEntry("account", component().account())
                .containsEntry("pending", 1L)
                .doesNotContainEntry("lastSuccessfulPoll", null));
        Map<String, Object> shown = firstGateway();
        assertThat(shown)
                .containsEntry("host", "127.0.0.1")
                .containsEntry("account", component().account())
                .containsEntry("recipientsWaiting", 0)
                .containsKeys("requestsInFlight", "lastSuccess", "lastProblem");
        assertThat(shown.get("outcomes"))
                .asInstanceOf(MAP)
                .containsEntry("ACCEPTED", 1L)
                .containsEntry("UNKNOWN", 1L)
                .containsEntry("REJECTED", 0L);
        assertThat(shown.get("lastOutcomes")).asInstanceOf(LIST).hasSize(2);
        assertThat(shown.get("lastOutcomes").toString()).contains("7900***4567", "idMessage=" + id);
    }

    @Test
    void textAndJsonHideWhatIsPrivate() throws Exception {
        reports("", exchange -> {});
        sent(Map.of());

        String text = (String) console().call(MediaType.TEXT);
        String json = Jsoner.serialize(json());

        assertThat(text).contains("gateway\n", "host: 127.0.0.1", "report\n", "routeId: reports");
        assertThat(json).contains("\"host\":\"127.0.0.1\"");
        assertThat(text + json).contains("7900***4567").doesNotContain(PHONE, "4711", "demo");
    }

    @Test
    void anIdleContextShowsEmptyLists() {
        assertThat(json()).containsEntry("gateways", List.of()).containsEntry("reports", List.of());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> firstGateway() {
        return (Map<String, Object>) ((List<?>) json().get("gateways")).get(0);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> json() {
        return (Map<String, Object>) console().call(MediaType.JSON);
    }

    private DevConsole console() {
        DevConsole console = PluginHelper.getDevConsoleResolver(context).resolveDevConsole("targetsms");
        assertThat(console).isInstanceOf(TargetSmsDevConsole.class);
        return console;
    }
}
