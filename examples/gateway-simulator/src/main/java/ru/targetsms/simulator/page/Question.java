package ru.targetsms.simulator.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import ru.targetsms.simulator.model.HttpExchange;
import ru.targetsms.simulator.model.MessageDetail;

/**
 * Is one question for states that named the message.
 *
 * @param answer the lines about the message; when there are none, the beginning of the whole answer
 */
record Question(Instant at, List<XmlView.Line> answer) {

    private static final int SHOWN = 20;
    private static final int LINES = 12;

    /** Returns the last twenty that are kept, newest first. */
    static List<Question> of(MessageDetail detail) {
        List<HttpExchange> newest = new ArrayList<>(detail.questions());
        Collections.reverse(newest);
        Mine mine = new Mine(detail.message());
        return newest.stream().limit(SHOWN).map(exchange -> of(exchange, mine)).toList();
    }

    private static Question of(HttpExchange exchange, Mine mine) {
        XmlView answer = XmlView.of(exchange.answerBody(), mine);
        List<XmlView.Line> lines = answer.mine().isEmpty() ? answer.lines() : answer.mine();
        return new Question(exchange.at(), lines.stream().limit(LINES).toList());
    }
}
