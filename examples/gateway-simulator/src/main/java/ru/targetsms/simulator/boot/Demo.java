package ru.targetsms.simulator.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ru.targetsms.simulator.gateway.Account;
import ru.targetsms.simulator.gateway.Call;
import ru.targetsms.simulator.gateway.Door;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.gateway.SimulatorOptions;
import ru.targetsms.simulator.model.State;

/** Fills a simulator with what a shop, a clinic and a bank may have sent in the last hours, one document after another. */
final class Demo {

    private static final String SCRIPT = "demo.txt";
    private static final Duration BEGINNING = Duration.ofHours(7);
    private static final Map<String, List<String>> HEADERS = headers();

    private final DemoClock clock;
    private final Simulator simulator;
    private final Account account;
    private final String tomorrow;

    private Demo(DemoClock clock, SimulatorOptions options) {
        this.clock = clock;
        simulator = new Simulator(options);
        account = options.accounts().get(0);
        tomorrow =
                LocalDate.ofInstant(clock.instant(), options.zone()).plusDays(1).toString();
    }

    /** Returns a simulator that has had these hours. */
    static Simulator simulator(SimulatorProperties properties, Clock real) {
        DemoClock clock = new DemoClock(real);
        clock.behind(BEGINNING);
        Demo demo = new Demo(clock, properties.options(clock));
        script().lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(demo::play);
        clock.behind(Duration.ZERO);
        return demo.simulator;
    }

    private void play(String line) {
        clock.behind(Duration.between(LocalTime.MIN, LocalTime.parse(line.substring(0, 8))));
        String action = line.substring(9);
        switch (action) {
            case "?" -> ask();
            case "opened" -> simulator.inbox().openAll();
            default -> {
                if (action.startsWith("<")) {
                    post(Door.MESSAGE, action.replace("{tomorrow}", tomorrow));
                } else {
                    simulator.latest().ifPresent(newest -> simulator.moveInHand(newest.idMessage(), State.of(action)));
                }
            }
        }
    }

    private void ask() {
        StringBuilder ids = new StringBuilder();
        simulator.messages().forEach(message -> ids.append("<id_message>")
                .append(message.idMessage())
                .append("</id_message>"));
        post(Door.STATE, "<state>" + ids + "</state>");
    }

    private void post(String path, String inside) {
        String document = "<?xml version=\"1.0\" encoding=\"utf-8\"?><request><security><login value=\""
                + attribute(account.login()) + "\"/><password value=\"" + attribute(account.password())
                + "\"/></security>" + inside + "</request>";
        simulator.door().answer(new Call(path, HEADERS, document.getBytes(StandardCharsets.UTF_8), false));
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", List.of("text/xml; charset=utf-8"));
        headers.put("User-Agent", List.of("demo"));
        return headers;
    }

    private static String script() {
        try (InputStream script = Demo.class.getResourceAsStream(SCRIPT)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
