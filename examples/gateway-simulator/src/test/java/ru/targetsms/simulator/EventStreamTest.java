package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.model.Profile;

class EventStreamTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int MOST = 50;

    private final TestClock clock = new TestClock("2026-11-23T10:00:00Z");
    private final GatewaySimulator gateway =
            GatewaySimulator.builder().profile(Profile.REALISTIC).clock(clock).start();
    private final Client client = new Client(gateway.baseUrl());

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void anEventIsThereSoonAfterThePost() {
        Listening listening = listen("");
        long fastest = Long.MAX_VALUE;

        for (int i = 1; i <= 20 && fastest > 300; i++) {
            int before = listening.events().size();
            long start = System.nanoTime();
            client.send(Client.sms("79001234567", "text " + i));
            until(() -> listening.events().size() > before);
            fastest = Math.min(fastest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }

        assertThat(fastest).isLessThanOrEqualTo(300);
        assertThat(listening.events()).containsOnly("event:messages");
    }

    @Test
    void faultsHaveAnEventOfTheirOwn() {
        Listening listening = listen("");

        gateway.faults().add(Fault.empty());

        until(() -> listening.events().equals(List.of("event:faults")));
    }

    @Test
    void manyChangesAreFewEvents() {
        Listening listening = listen("");
        long start = System.nanoTime();

        for (int i = 0; i < 60; i++) {
            client.send(Client.sms("79001234567", "text " + i));
        }
        gateway.faults().add(Fault.empty());
        until(() -> listening.events().contains("event:faults"));
        long tenths = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 100;

        assertThat(listening.events().size()).isLessThanOrEqualTo((int) tenths + 3);
        assertThat(listening.events()).contains("event:messages");
    }

    @Test
    void whatHappensBetweenAPageAndItsStreamIsNotMissed() {
        String page = client.get("/").body();
        String stream = page.split("sse-connect=\"/events")[1].split("\"")[0];
        client.send(Client.sms("79001234567", "text"));

        Listening late = listen(stream);

        until(() -> late.events().containsAll(List.of("event:messages", "event:faults")));
        String current =
                client.get("/").body().split("sse-connect=\"/events")[1].split("\"")[0];
        Listening inTime = listen(current);
        gateway.faults().add(Fault.empty());
        until(() -> inTime.events().equals(List.of("event:faults")));
    }

    @Test
    void aStateThatTimeAloneMovedIsAnEvent() {
        client.send(Client.sms("79001234567", "text"));
        Listening listening = listen("");

        clock.pass(Duration.ofSeconds(4));

        until(() -> listening.events().equals(List.of("event:messages")));
    }

    @Test
    void nobodyListensInMoreThanFiftyPlacesAndWhoLeftMakesRoom() {
        List<Stream<String>> all = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            all.add(open("").body());
        }
        assertThat(client.get("/events").statusCode()).isEqualTo(503);

        all.forEach(Stream::close);

        until(() -> open("").statusCode() == 200);
    }

    @Test
    void thereIsNoThreadBeforeSomebodyListensAndTheServerStopsAtOnceThoughSomebodyDoes() {
        until(() -> threads() == 0);
        client.get("/");
        client.send(Client.sms("79001234567", "text"));
        assertThat(threads()).isZero();
        Listening listening = listen("");
        assertThat(threads()).isOne();

        long start = System.nanoTime();
        gateway.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(listening.ended).succeedsWithin(Duration.ofSeconds(5));
        until(() -> threads() == 0);
    }

    private static void until(Callable<Boolean> condition) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(condition);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("targetsms-simulator-events"))
                .count();
    }

    /** Returns when the stream is open and its first line, a comment, has come. */
    private Listening listen(String query) {
        Listening listening = new Listening(open(query));
        until(() -> !listening.lines.isEmpty());
        return listening;
    }

    private HttpResponse<Stream<String>> open(String query) {
        return HTTP.sendAsync(
                        HttpRequest.newBuilder(URI.create(gateway.baseUrl() + "/events" + query))
                                .build(),
                        BodyHandlers.ofLines())
                .join();
    }

    private static final class Listening {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final Stream<String> stream;
        private final CompletableFuture<Void> ended;

        Listening(HttpResponse<Stream<String>> answer) {
            stream = answer.body();
            ended = new CompletableFuture<>();
            Thread reader = new Thread(this::read, "listening");
            reader.setDaemon(true);
            reader.start();
        }

        List<String> events() {
            return lines.stream().filter(line -> line.startsWith("event:")).toList();
        }

        private void read() {
            try {
                stream.forEach(lines::add);
            } catch (RuntimeException e) {
                // The server or the test has ended it.
            } finally {
                ended.complete(null);
            }
        }
    }
}
