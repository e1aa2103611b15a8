package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.BrokenGateway;
import ru.targetsms.camel.ForwardProxy;
import ru.targetsms.camel.model.InvalidMessageException;
import ru.targetsms.camel.model.Outcome;

/** Options that would give something away, and messages that try to be more than messages. */
abstract class InputRows extends FaultTest {

    InputRows(Ids ids) {
        super(ids);
    }

    @Test
    void f3_plain_http_to_another_machine_is_refused_at_start() {
        Throwable refused = catchThrowable(() -> route(AMPLE, options -> options.setBaseUrl("http://sms.example.org")));

        assertThat(refused)
                .rootCause()
                .hasMessageContaining("baseUrl http://sms.example.org")
                .hasMessageContaining("allowPlainHttp=true");
        fault("refused at start", () -> refused == null ? 0 : 1);
    }

    @Test
    void f3_plain_http_to_another_machine_can_be_allowed() {
        ForwardProxy proxy = closing(new ForwardProxy(false).toward(simulator.port()));

        Trip trip = send(route(AMPLE, options -> {
            options.setBaseUrl("http://sms.example.org");
            options.setAllowPlainHttp(true);
            options.setHttp(Map.of("proxyHost", "127.0.0.1", "proxyPort", proxy.port(), "proxyAuthScheme", "http"));
        }));

        assertThat(trip.outcomes()).containsOnly(Outcome.ACCEPTED);
        fault("documents for another host", () -> proxy.heads().stream()
                .filter(head -> head.startsWith("POST http://sms.example.org/"))
                .count());
    }

    @Test
    void f31_hostile_texts_and_phones_stay_what_they_are_or_are_refused_alone() {
        List<Sms> messages = List.of(
                Sms.next().saying("\"quotes\", 'quotes', <b>tags</b>, &amp; ]]> <!-- -->"),
                Sms.next().saying("one\\ntwo\\nthree\\nfour"),
                Sms.next().saying("🎉👨‍👩‍👧 привет 𝄞"),
                Sms.next().saying("ж".repeat(100_000)),
                Sms.next().saying("control \u0001"),
                Sms.next().saying("half an emoji \uD83C"),
                Sms.to("79161234567\"/><abonent phone=\"79169999999"),
                Sms.next());
        List<Map<String, Object>> rows =
                new ArrayList<>(messages.stream().map(Sms::row).toList());
        rows.set(1, Map.of("phone", messages.get(1).phone(), "text_sms", "one\r\ntwo\nthree\u2028four"));

        Trip trip = judged(route(AMPLE).send(messages, rows, Map.of()));

        fault("hostile messages", () -> messages.size() - 1);
        assertThat(trip.parked()).isNull();
        assertThat(trip.outcomes())
                .containsExactly(
                        Outcome.ACCEPTED,
                        Outcome.ACCEPTED,
                        Outcome.ACCEPTED,
                        Outcome.ACCEPTED,
                        Outcome.INVALID,
                        Outcome.INVALID,
                        Outcome.INVALID,
                        Outcome.ACCEPTED);
        String document = document();
        assertThat(document).doesNotContain("\n", "\r", "79169999999");
        assertThat(document.split("<abonent "))
                .as("five recipients, none injected")
                .hasSize(6);
    }

    @Test
    void f31_a_lone_message_that_breaks_a_rule_never_leaves() {
        Trip trip = judged(route(AMPLE).send(List.of(Sms.to("79161234567\"/>"))));

        InvalidMessageException invalid = assertParked(trip, InvalidMessageException.class);
        assertThat(invalid.violations())
                .singleElement()
                .matches(violation -> violation.field().equals("phone"));
        assertThat(simulator.requests()).isEmpty();
        fault("a phone that is more", () -> trip.input().size());
    }

    @Test
    void f32_headers_choose_neither_host_nor_account_and_nothing_in_a_text_is_evaluated() {
        AtomicInteger elsewhere = new AtomicInteger();
        BrokenGateway evil = closing(new BrokenGateway((request, socket) -> {}));
        evil.onConnection(elsewhere::incrementAndGet);
        Map<String, Object> headers = new HashMap<>();
        for (String name : List.of("CamelHttpUri", "CamelHttpBaseUri", "CamelTargetSmsBaseUrl", "CamelHttpHost")) {
            headers.put(name, evil.baseUrl());
        }
        for (String name : List.of("Username", "Password", "Token", "DryRun", "RedirectPhone", "AllowedPhones")) {
            headers.put("CamelTargetSms" + name, "evil");
        }
        headers.put("CamelHttpMethod", "GET");
        headers.put("Authorization", "Bearer evil");
        headers.put("Host", "evil.example.org");
        List<Sms> messages = List.of(
                Sms.next().saying("{{env:PATH}} {{user.home}} {{?targetsms}}"),
                Sms.next().saying("${header.order} ${env.PATH} ${sys.user.home} ${bodyAs(String)} $simple{body}"),
                Sms.next().saying("RAW(secret) RAW{secret} #bean:evil #class:java.lang.Runtime"));

        Trip trip = judged(
                route(AMPLE).send(messages, messages.stream().map(Sms::row).toList(), headers));

        fault("hostile headers", headers::size);
        assertThat(trip.outcomes()).containsOnly(Outcome.ACCEPTED);
        assertThat(elsewhere).as("connections to the host a header names").hasValue(0);
        assertThat(document()).contains("<login value=\"shop\"/>").doesNotContain("evil.example.org", "Bearer");
        assertThat(simulator.requests().get(0).headers().toString()).doesNotContain("evil");
    }

    /** Returns the first document; later ones ask for states. */
    private static String document() {
        return simulator.requests().get(0).requestText();
    }
}
