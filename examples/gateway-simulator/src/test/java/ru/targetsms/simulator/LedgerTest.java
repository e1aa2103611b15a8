package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.simulator.model.LedgerTotals;
import ru.targetsms.simulator.model.ReceivedMessage;
import ru.targetsms.simulator.model.Tally;

class LedgerTest {

    @RegisterExtension
    private static final GatewaySimulator gateway =
            GatewaySimulator.builder().capacity(3).start();

    private final Client client = new Client(gateway.baseUrl());

    @Test
    void totals_tell_everything_that_came_in() {
        client.send(Client.sms("79001234567", "text", 1) + Client.sms("79001234567", "text", 2));
        client.send(Client.sms("79001234567", "text", 2) + Client.sms("70000000005", "text"));
        client.send("<message><send_sms>x</send_sms><abonent phone=\"1\"/><abonent phone=\"2\"/></message>");
        client.send("<malformed/>");
        client.state(1);

        assertThat(gateway.ledger().totals()).isEqualTo(new LedgerTotals(4, 3, 1, 6, 2, 3, 1, 2, 1, 0, 1));
    }

    @Test
    void a_phone_that_got_a_text_twice_is_doubled_when_no_client_id_forbade_it() {
        client.send(Client.sms("79001234567", "text") + Client.sms("79001234567", "text"));
        client.send(Client.sms("79001234567", "other") + Client.sms("79001234568", "text"));

        assertThat(gateway.ledger().recipient("79001234567", "text")).isEqualTo(new Tally(2, 0));
        assertThat(gateway.ledger().recipient("79001234567", "other")).isEqualTo(new Tally(1, 0));
        assertThat(gateway.ledger().recipient("79001234569", "text")).isEqualTo(new Tally(0, 0));
        assertThat(gateway.ledger().totals().doubledRecipients()).isEqualTo(1);
        assertThat(gateway.ledger().totals().distinctRecipients()).isEqualTo(3);
    }

    @Test
    void r20_a_client_id_stays_used_when_its_message_is_no_longer_kept() {
        for (int i = 1; i <= 5; i++) {
            client.send(Client.sms("79001234567", "text " + i, i));
        }

        assertThat(gateway.messages())
                .extracting(ReceivedMessage::clientIdMessage)
                .containsExactly(3L, 4L, 5L);
        assertThat(client.send(Client.sms("79001234567", "text 1", 1))).contains("уже было отправлено");
        assertThat(gateway.ledger().clientId(1)).isEqualTo(new Tally(1, 1));
        assertThat(gateway.ledger().recipient("79001234567", "text 1")).isEqualTo(new Tally(1, 1));
    }

    @Test
    void r20_of_many_posts_at_once_with_the_same_client_ids_each_is_accepted_once() {
        int posts = 32;
        int ids = 50;
        StringBuilder document = new StringBuilder();
        for (int id = 1; id <= ids; id++) {
            document.append(Client.sms("79001234567", "text " + id, id));
        }

        List<CompletableFuture<String>> answers = IntStream.range(0, posts)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.send(document.toString())))
                .toList();
        answers.forEach(CompletableFuture::join);

        LedgerTotals totals = gateway.ledger().totals();
        assertThat(totals.accepted()).isEqualTo(ids);
        assertThat(totals.duplicatesRefused()).isEqualTo((long) ids * (posts - 1));
        assertThat(totals.doubledRecipients()).isZero();
        assertThat(IntStream.rangeClosed(1, ids))
                .allSatisfy(id -> assertThat(gateway.ledger().clientId(id)).isEqualTo(new Tally(1, posts - 1)));
    }

    @Test
    void waiting_ends_with_the_message_that_was_missing() {
        CompletableFuture<List<ReceivedMessage>> waiting =
                CompletableFuture.supplyAsync(() -> gateway.awaitMessages(2, Duration.ofSeconds(20)));
        client.send(Client.sms("79001234567", "one"));
        client.send(Client.sms("79001234567", "two"));

        assertThat(waiting.join()).extracting(ReceivedMessage::textSms).containsExactly("one", "two");
    }

    @Test
    void waiting_in_vain_says_what_was_missing() {
        client.send(Client.sms("79001234567", "one"));

        assertThatThrownBy(() -> gateway.awaitMessages(2, Duration.ofMillis(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Only 1 of 2 messages were accepted within PT0.001S");
    }

    @Test
    void a_reset_forgets_everything_but_never_gives_an_id_twice() {
        client.send(Client.sms("79001234567", "text", 1));
        long before = gateway.latest().orElseThrow().idMessage();

        gateway.reset();
        assertThat(gateway.messages()).isEmpty();
        assertThat(gateway.requests()).isEmpty();
        assertThat(gateway.ledger().totals().recipients()).isZero();
        assertThat(client.send(Client.sms("79001234567", "text", 1))).contains(">send<");
        assertThat(gateway.latest().orElseThrow().idMessage()).isGreaterThan(before);
        assertThat(client.state(before)).contains("не принималось");
    }
}
