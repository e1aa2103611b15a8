package ru.targetsms.camel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import ru.targetsms.camel.gateway.Response.Information;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

/** The short way through an answer in order leads where the search leads (R22-R24). */
class AnswerInOrderTest {

    /** One recipient, and what the entry at its position differs in. */
    private record Pair(String text, String phone, Long asked, String answered, String answeredPhone) {}

    @Property(tries = 2000)
    void anAnswerInOrderIsReadAsTheSearchWouldReadIt(@ForAll("pairs") List<Pair> pairs) {
        List<Submission> document = document(pairs);
        List<List<Submission>> messages = WireMessages.group(document);
        Response response = answer(messages, pairs);

        List<SendResult> results = AnswerMatcher.match(document, messages, response);

        assertThat(results).isEqualTo(AnswerMatcher.search(document, messages, response));
        Statistics.label("everybody accepted")
                .collect(results.stream().allMatch(SendResult::accepted))
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
    }

    @Provide
    Arbitrary<List<Pair>> pairs() {
        Arbitrary<String> phones = Arbitraries.of("79000000001", "79000000002", "79000000003");
        Arbitrary<Long> ids = Arbitraries.of(null, 1L, 2L, 3L);
        Arbitrary<Pair> fitting = Combinators.combine(Arbitraries.of("А", "Б"), phones, ids, Arbitraries.of(0, 0, 1, 2))
                .as((text, phone, id, way) -> new Pair(text, phone, id, written(id, way), phone));
        Arbitrary<Pair> any = Combinators.combine(Arbitraries.of("А", "Б"), phones, ids, ids, phones)
                .as((text, phone, id, other, otherPhone) -> new Pair(text, phone, id, written(other, 0), otherPhone));
        return Arbitraries.frequencyOf(
                Tuple.of(3, fitting.list().ofMinSize(1).ofMaxSize(6)),
                Tuple.of(2, Arbitraries.oneOf(fitting, any).list().ofMinSize(1).ofMaxSize(6)));
    }

    private static String written(Long id, int way) {
        return switch (way) {
            case 1 -> "";
            case 2 -> null;
            default -> id == null ? null : id.toString();
        };
    }

    private static List<Submission> document(List<Pair> pairs) {
        List<Submission> document = new ArrayList<>();
        for (Pair pair : pairs) {
            document.add(Wire.to(document.size(), pair.text(), pair.phone(), pair.asked()));
        }
        return document;
    }

    private static Response answer(List<List<Submission>> messages, List<Pair> pairs) {
        Response response = new Response();
        for (List<Submission> message : messages) {
            Response.Message answered = new Response.Message();
            message.forEach(submission -> answered.informations.add(entry(submission, pairs.get(submission.index()))));
            response.messages.add(answered);
        }
        return response;
    }

    private static Information entry(Submission submission, Pair pair) {
        Information information = new Information();
        information.idMessage = "850000000" + submission.index();
        information.clientIdMessage = pair.answered();
        information.phone = pair.answeredPhone();
        information.text = "send";
        return information;
    }
}
