package ru.targetsms.simulator.page;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import ru.targetsms.simulator.model.ReceivedMessage;
import ru.targetsms.simulator.page.XmlToken.Kind;

/**
 * Finds in a document what is about one message: in the request its {@code <message>}, without the other recipients; in
 * an answer the {@code <information>} or {@code <state>} with its id.
 */
record Mine(ReceivedMessage message) {

    BitSet in(List<XmlToken> tokens) {
        BitSet mine = new BitSet(tokens.size());
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = 0; at < tokens.size(); at++) {
            XmlToken token = tokens.get(at);
            if (token.kind() == Kind.OPEN) {
                open.push(at);
            } else if (token.kind() == Kind.EMPTY) {
                markIfMine(tokens, at, at, mine);
            } else if (token.kind() == Kind.CLOSE) {
                markIfMine(tokens, open.pop(), at, mine);
            }
        }
        return mine;
    }

    private void markIfMine(List<XmlToken> tokens, int from, int to, BitSet mine) {
        boolean found =
                switch (tokens.get(from).name()) {
                    case "abonent" -> isRecipient(tokens.get(from).attributes());
                    case "information", "state" ->
                        isId(tokens.get(from).attributes().get("id_message"));
                    case "message" -> holds(tokens, from, to, mine);
                    default -> false;
                };
        if (found) {
            mark(tokens, from, to, mine);
        }
    }

    private void mark(List<XmlToken> tokens, int from, int to, BitSet mine) {
        for (int at = from; at <= to; at++) {
            XmlToken token = tokens.get(at);
            if (!token.name().equals("abonent") || isRecipient(token.attributes())) {
                mine.set(at);
            }
        }
    }

    /** Tells whether a message of the request is this one, which its recipient alone does not say. */
    private boolean holds(List<XmlToken> tokens, int from, int to, BitSet mine) {
        boolean recipient = tokens.subList(from, to).stream()
                .anyMatch(token -> token.name().equals("abonent") && isRecipient(token.attributes()));
        boolean text = tokens.subList(from, to).stream()
                .anyMatch(token -> token.isText() && token.text().equals(message.text()));
        if (recipient && !text) {
            mine.clear(from, to + 1);
        }
        return recipient && text;
    }

    private boolean isRecipient(Map<String, String> attributes) {
        String clientId = attributes.getOrDefault("client_id_message", "").replaceFirst("^0+", "");
        String wanted = message.clientIdMessage() == null
                ? ""
                : message.clientIdMessage().toString();
        return clientId.equals(wanted) && message.phone().equals(attributes.get("phone"));
    }

    private boolean isId(String id) {
        return Long.toString(message.idMessage()).equals(id);
    }
}
