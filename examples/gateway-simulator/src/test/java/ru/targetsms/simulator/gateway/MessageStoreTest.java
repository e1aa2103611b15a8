package ru.targetsms.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.targetsms.simulator.model.Channel;

class MessageStoreTest {

    private final MessageStore store = new MessageStore(100);

    @Test
    void the_oldest_are_forgotten_when_all_together_are_too_long() {
        for (int number = 1; number <= 20; number++) {
            store.add(message(number, 1 << 20));
        }

        assertThat(store.newestFirst()).hasSizeBetween(15, 16).first().isEqualTo(message(20, 1 << 20));
        assertThat(store.kept()).isEqualTo(store.newestFirst().size());
        assertThat(store.find(4)).isEmpty();
        assertThat(store.added()).isEqualTo(20);
    }

    @Test
    void one_that_is_too_long_by_itself_is_kept_alone() {
        store.add(message(1, 10));
        store.add(message(2, 20 << 20));

        assertThat(store.newestFirst()).extracting(StoredMessage::number).containsExactly(2);
    }

    @Test
    void counts_follow_what_comes_and_goes() {
        MessageStore small = new MessageStore(2);
        small.add(message(1, 1));
        small.add(message(3, 1));
        small.add(message(2, 1));
        assertThat(small.kept()).isEqualTo(2);

        small.replace(3, StoredMessage::opened);
        assertThat(small.unread()).isOne();
        small.replace(2, message -> null);
        assertThat(small.kept()).isOne();
        assertThat(small.unread()).isZero();
        small.clear();

        assertThat(small.kept()).isZero();
        assertThat(small.newestFirst()).isEmpty();
    }

    @Test
    void one_that_comes_after_a_later_one_was_removed_is_shown() {
        store.add(message(2, 1));
        store.removeAll();

        store.add(message(1, 1));

        assertThat(store.newestFirst()).extracting(StoredMessage::number).containsExactly(1);
        assertThat(store.unread()).isOne();
    }

    @Test
    void one_that_comes_too_late_to_be_kept_is_not_counted_either() {
        MessageStore small = new MessageStore(2);
        small.add(message(3, 1));
        small.replace(3, message -> null);

        small.add(message(1, 1));

        assertThat(small.newestFirst()).isEmpty();
        assertThat(small.kept()).isZero();
        assertThat(small.added()).isEqualTo(2);
    }

    @Test
    void what_is_removed_weighs_nothing_any_more() {
        store.add(message(1, 10 << 20));
        store.removeAll();

        store.add(message(2, 10 << 20));
        store.add(message(3, 1));

        assertThat(store.newestFirst()).extracting(StoredMessage::number).containsExactly(3, 2);
    }

    private static StoredMessage message(int number, int length) {
        Content content = new Content(
                List.of(Channel.SMS), "", null, null, null, null, null, null, 60, false, null, "a".repeat(length), 1);
        return StoredMessage.accepted(
                number, number, "demo", null, "79001234567", content, Instant.EPOCH, Instant.EPOCH, 0);
    }
}
