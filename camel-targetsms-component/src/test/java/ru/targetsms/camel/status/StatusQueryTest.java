package ru.targetsms.camel.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.gateway.Reply;
import ru.targetsms.camel.gateway.Reply.Kind;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.DocumentRejectedException.Reason;

class StatusQueryTest {

    private final List<List<String>> documents = new ArrayList<>();

    @Test
    void f39_theIdADocumentIsRefusedForIsFoundByHalvingAndTheOthersAreAnswered() {
        List<String> ids = ids(100);
        StatusQuery query = new StatusQuery(document -> {
            documents.add(document);
            return document.contains("66") ? refused(Reason.OTHER) : answered(document);
        });

        query.ask(ids);

        assertThat(ids)
                .filteredOn(id -> !id.equals("66"))
                .allSatisfy(id -> assertThat(query.answer(id).state()).isEqualTo(DeliveryState.DELIVER));
        assertThat(query.answer("66").state()).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(query.failure()).isNull();
        assertThat(documents).hasSizeBetween(13, 15);
    }

    @Test
    void aRefusalOfTheAccountIsNotHalved() {
        StatusQuery query = new StatusQuery(document -> {
            documents.add(document);
            return refused(Reason.ACCOUNT_BLOCKED);
        });

        query.ask(ids(100));

        assertThat(documents).hasSize(1);
        assertThat(query.failure().kind()).isEqualTo(Kind.REFUSED);
        assertThat(query.answer("1")).isNull();
    }

    @Test
    void aGatewayThatFallsSilentEndsTheAskingAndWhatWasAnsweredStays() {
        StatusQuery query = new StatusQuery(document -> {
            documents.add(document);
            return switch (documents.size()) {
                case 1 -> refused(Reason.OTHER);
                case 2 -> answered(document);
                default -> Reply.unknown("no answer", null);
            };
        });

        query.ask(ids(4));

        assertThat(documents).hasSize(3);
        assertThat(query.answer("0")).isNotNull();
        assertThat(query.answer("3")).isNull();
        assertThat(query.failure().kind()).isEqualTo(Kind.UNKNOWN);
    }

    private static Reply<List<DeliveryStatus>> answered(List<String> ids) {
        return new Reply<>(
                Kind.ANSWERED,
                ids.stream()
                        .map(id -> new DeliveryStatus(
                                id, DeliveryState.DELIVER, null, null, null, null, null, null, "", null, null, null))
                        .toList(),
                null,
                null,
                null,
                null);
    }

    private static Reply<List<DeliveryStatus>> refused(Reason reason) {
        return new Reply<>(Kind.REFUSED, null, "no", reason, "refused", null);
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }
}
