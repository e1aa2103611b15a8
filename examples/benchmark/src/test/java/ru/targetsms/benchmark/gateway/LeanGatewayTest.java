package ru.targetsms.benchmark.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeanGatewayTest {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private LeanGateway gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = new LeanGateway();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
    }

    @Test
    void answersAMessageForAMessageAndAnInformationForARecipient() throws Exception {
        String answer = post("<request><message><text_sms>Ёж</text_sms><abonent phone=\"70000000001\"/>"
                + "<abonent phone=\"70000000002\" client_id_message=\"8\"/></message>"
                + "<message><abonent phone=\"70000000003\" client_id_message=\"9\"></abonent></message></request>");

        assertThat(answer.replaceAll("(id_message|id_sms)=\"1795\\d{12}\"", "$1=\"N\""))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"utf-8\"?><response><message>"
                        + information("", "70000000001")
                        + information(" client_id_message=\"8\"", "70000000002")
                        + "</message><message>"
                        + information(" client_id_message=\"9\"", "70000000003")
                        + "</message></response>");
        assertThat(gateway.accepted()).isEqualTo(3);
    }

    @Test
    void givesEveryRecipientAnIdOfItsOwn() throws Exception {
        String document = "<request><message><abonent phone=\"70000000001\"/></message></request>";

        assertThat(post(document)).isNotEqualTo(post(document));
    }

    @Test
    void letsNoAnswerLeaveBeforeTheLatencyIsOver() throws Exception {
        gateway.setLatency(Duration.ofMillis(50));
        long start = System.nanoTime();

        post("<request><message><abonent phone=\"70000000001\"/></message></request>");

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(50_000_000);
    }

    private static String information(String clientId, String phone) {
        return "<information id_message=\"N\"" + clientId + " id_sms=\"N\" id_viber=\"0\" phone=\"" + phone
                + "\" count_message=\"1\">send</information>";
    }

    private String post(String document) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.sendUrl()))
                .POST(BodyPublishers.ofString(document))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }
}
