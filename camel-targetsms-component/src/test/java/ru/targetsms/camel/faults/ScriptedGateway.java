package ru.targetsms.camel.faults;

import java.io.IOException;
import java.net.Socket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.targetsms.camel.BrokenGateway;

/**
 * Does with each document what a script says, accepts everything once the script is over, and keeps a book: a client id
 * that it has accepted is never accepted again (R20).
 */
final class ScriptedGateway implements BrokenGateway.Act {

    /** What is done with one document. */
    enum Turn {
        ACCEPT,
        ACCEPT_AND_HANG_UP,
        HANG_UP,
        ACCEPT_AND_FAIL,
        FAIL,
        REFUSE_EVERY_OTHER,
        FORGET_EVERY_OTHER,
        KEEP_UNTIL_TOPPED_UP,
        REFUSE_DOCUMENT,
        REFUSE_ACCOUNT
    }

    private static final Pattern ABONENT =
            Pattern.compile("<abonent phone=\"(\\d+)\"(?: client_id_message=\"(\\d+)\")?/>");
    private static final String HELD = "SMS будет отправлена как только вы пополните счет";

    private final Iterator<Turn> script;
    private final Set<String> clientIds = new HashSet<>();
    private final Map<String, Integer> accepted = new HashMap<>();

    ScriptedGateway(List<Turn> script) {
        this.script = script.iterator();
    }

    /** Counts how often a phone's message was accepted. */
    synchronized int accepted(String phone) {
        return accepted.getOrDefault(phone, 0);
    }

    @Override
    public synchronized void on(BrokenGateway.Request request, Socket socket) throws IOException {
        Turn turn = script.hasNext() ? script.next() : Turn.ACCEPT;
        BrokenGateway.Act answer =
                switch (turn) {
                    case ACCEPT, REFUSE_EVERY_OTHER, FORGET_EVERY_OTHER, KEEP_UNTIL_TOPPED_UP ->
                        BrokenGateway.xml(process(turn, request));
                    case ACCEPT_AND_HANG_UP -> {
                        process(turn, request);
                        yield BrokenGateway.hangUp();
                    }
                    case ACCEPT_AND_FAIL -> {
                        process(turn, request);
                        yield BrokenGateway.answer(500, "text/html", "");
                    }
                    case HANG_UP -> BrokenGateway.hangUp();
                    case FAIL -> BrokenGateway.answer(503, "text/html", "");
                    case REFUSE_DOCUMENT -> BrokenGateway.xml("<response><error>Иная ошибка</error></response>");
                    case REFUSE_ACCOUNT ->
                        BrokenGateway.xml("<response><error>Аккаунт заблокирован</error></response>");
                };
        answer.on(request, socket);
    }

    /** Accepts or refuses every recipient and returns the answer. */
    private String process(Turn turn, BrokenGateway.Request request) {
        StringBuilder answer = new StringBuilder("<response>");
        int number = 0;
        for (String message : request.body().split("(?=<message>)")) {
            Matcher abonent = ABONENT.matcher(message);
            answer.append(message.startsWith("<message>") ? "<message>" : "");
            while (abonent.find()) {
                boolean other = number++ % 2 == 1;
                answer.append(entry(turn, other, abonent.group(1), abonent.group(2)));
            }
            answer.append(message.startsWith("<message>") ? "</message>" : "");
        }
        return answer.append("</response>").toString();
    }

    private String entry(Turn turn, boolean other, String phone, String clientId) {
        String who = " phone=\"" + phone + "\"" + (clientId == null ? "" : " client_id_message=\"" + clientId + "\"");
        if (clientIds.contains(clientId)) {
            return "<information id_message=\"1" + phone + "\"" + who
                    + ">Данное сообщение уже было отправлено</information>";
        }
        if (turn == Turn.REFUSE_EVERY_OTHER && other) {
            return "<information" + who + ">Оператор не обслуживается</information>";
        }
        accepted.merge(phone, 1, Integer::sum);
        if (clientId != null) {
            clientIds.add(clientId);
        }
        String text = turn == Turn.KEEP_UNTIL_TOPPED_UP ? HELD : "send";
        return turn == Turn.FORGET_EVERY_OTHER && other
                ? ""
                : "<information id_message=\"1" + phone + "\"" + who + ">" + text + "</information>";
    }
}
