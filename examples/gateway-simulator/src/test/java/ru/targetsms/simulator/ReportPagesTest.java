package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.model.ReservedPhone;
import ru.targetsms.simulator.model.Verdict;

class ReportPagesTest {

    private static final GatewaySimulator gateway = GatewaySimulator.start();

    private final Client client = new Client(gateway.baseUrl());

    @BeforeEach
    void reset() {
        gateway.reset();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void theFiguresOfTheRunAreShown() {
        gateway.faults().add(Fault.empty().text("lost").first(1));
        client.send(Client.sms("79001234567", "one", 1)
                + Client.sms("79001234567", "one", 1)
                + Client.sms("79001234567", "two")
                + Client.sms("79001234567", "two")
                + Client.sms(ReservedPhone.REFUSED, "one"));
        client.post("/xml/message.php", Client.request(Client.sms("79001234567", "lost")));

        String page = page("en");

        assertThat(figure(page, "Received")).isEqualTo("6");
        assertThat(figure(page, "Accepted")).isEqualTo("4");
        assertThat(figure(page, "Refused")).isEqualTo("1");
        assertThat(figure(page, "Duplicates refused")).isEqualTo("1");
        assertThat(figure(page, "Doubled")).isEqualTo("1");
        assertThat(figure(page, "Unknown")).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource
    void theVerdictIsSaidInWordsInBothLanguages(Verdict verdict) {
        switch (verdict) {
            case NOTHING_RECEIVED -> gateway.reset();
            case DOUBLED -> client.send(Client.sms("79001234567", "text") + Client.sms("79001234567", "text"));
            case UNKNOWN_LEFT -> {
                gateway.faults().add(Fault.empty());
                client.post("/xml/message.php", Client.request(Client.sms("79001234567", "text")));
            }
            case FAULT_NEVER_FIRED -> {
                gateway.faults().add(Fault.empty().phone("7000*"));
                client.send(Client.sms("79001234567", "text"));
            }
            case CLEAN -> client.send(Client.sms("79001234567", "text"));
        }

        assertThat(gateway.report().verdict()).isEqualTo(verdict);
        assertThat(page("en"))
                .doesNotContain("??")
                .contains("class=\"verdict " + verdict.name().toLowerCase() + "\"")
                .contains(
                        switch (verdict) {
                            case NOTHING_RECEIVED -> "Nothing has been received yet.";
                            case DOUBLED -> "Somebody got the same text twice.";
                            case UNKNOWN_LEFT -> "Some outcomes are still unknown.";
                            case FAULT_NEVER_FIRED -> "A fault never fired.";
                            case CLEAN -> "Nothing is wrong.";
                        });
        assertThat(page("ru")).doesNotContain("??").contains("<h1>Отчёт</h1>");
    }

    @Test
    void theFaultsOfTheRunAreListedThoseRemovedTooAndTheIdleOnesMarked() {
        gateway.faults().add(Fault.refusal("Нет"));
        client.send(Client.sms("79001234567", "text"));
        gateway.faults().clear();
        assertThat(page("en")).contains("<code>refusal</code>").doesNotContain("never fired</span>");

        gateway.faults().add(Fault.garbage());
        assertThat(page("en"))
                .containsPattern("<code>garbage</code>\\s*<span class=\"badge never\">never fired</span>");
    }

    @Test
    void refusalsAreListedNewestFirstWithWordsThatAreText() {
        gateway.faults().add(Fault.refusal("<script>alert(1)</script>").phone("79001234567"));
        client.send(Client.sms(ReservedPhone.REFUSED, "text") + Client.sms("79001234567", "text", 7));
        client.post("/xml/message.php", Client.PROLOG + "<request>");

        String page = page("en");

        assertThat(page).doesNotContain("<script>alert");
        assertThat(page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                .containsSubsequence(
                        "whole document Неправильный формат XML документа",
                        "79001234567 client id 7 &lt;script&gt;alert(1)&lt;/script&gt;",
                        ReservedPhone.REFUSED + " Данное направление закрыто.");
    }

    @Test
    void aPhoneAndAClientIdThatWereRefusedAreText() {
        String hostile = "&lt;script>alert(1)&lt;/script>";
        client.send("<message><send_sms>1</send_sms><text_sms>text</text_sms><abonent phone=\"" + hostile
                + "\"/><abonent phone=\"79001234567\" client_id_message=\"" + hostile + "\"/></message>");

        assertThat(gateway.refusals()).hasSize(2);
        assertThat(page("en"))
                .contains("client id &lt;script&gt;alert(1)", ">&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }

    @Test
    void theReportIsDownloadedAsTheApiTellsIt() {
        client.send(Client.sms("79001234567", "text"));

        HttpResponse<String> download = client.get("/report.json");

        assertThat(download.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"report.json\"");
        assertThat(download.body())
                .contains("\"verdict\":\"clean\"")
                .isEqualTo(client.get("/api/v1/report").body());
    }

    @Test
    void aNewRunBeginsAtZero() {
        gateway.faults().add(Fault.refusal("Нет").first(1));
        client.send(Client.sms("79001234567", "one") + Client.sms("79001234567", "two"));

        HttpResponse<String> answer = client.post(
                "/report/reset", "back=/report".getBytes(), "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/report");
        assertThat(figure(page("en"), "Received")).isEqualTo("0");
        assertThat(page("en")).contains("Nothing was refused.").contains("None was set.");
        assertThat(gateway.messages()).isEmpty();
    }

    private String page(String language) {
        HttpResponse<String> answer = client.get("/report", "Cookie", "targetsms-lang=" + language);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String figure(String page, String name) {
        return page.replaceAll("(?s).*<dt>" + name + "</dt>\\s*<dd class=\"count-of\">(\\d+)</dd>.*", "$1");
    }
}
