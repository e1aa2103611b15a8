package ru.targetsms.camel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.targetsms.camel.BrokenGateway.Act;
import ru.targetsms.camel.BrokenGateway.Request;

/**
 * Is a gateway that answers when it is let, so that a test decides what gathers meanwhile. Accepts everybody, a client
 * id once (R20), unless its verdict is another; and notes what a client id met in two recipients under way.
 */
public final class HeldGateway implements AutoCloseable {

    private static final int MANY = 1_000_000;
    private static final Pattern ABONENT =
            Pattern.compile("<abonent phone=\"(\\d+)\"(?: client_id_message=\"(\\d+)\")?/>");

    private final Semaphore answers = new Semaphore(MANY);
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Request> documents = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> accepted = new ConcurrentHashMap<>();
    private final Set<String> clientIds = ConcurrentHashMap.newKeySet();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final List<String> metThemselves = new CopyOnWriteArrayList<>();
    private final BrokenGateway server;
    private volatile Function<Request, Act> verdict = this::accept;

    public HeldGateway() {
        server = new BrokenGateway((request, socket) -> {
            List<String> ids = clientIds(request);
            ids.stream().filter(id -> !underWay.add(id)).forEach(metThemselves::add);
            documents.add(request);
            awaitTurn();
            Act act = verdict.apply(request);
            ids.forEach(underWay::remove);
            act.on(request, socket);
        });
        server.onConnection(connections::incrementAndGet);
    }

    /** Holds every answer from now on. */
    public void hold() {
        answers.drainPermits();
    }

    /** Gives so many answers. */
    public void letGo(int count) {
        answers.release(count);
    }

    /** Gives every answer. */
    public void letGo() {
        answers.release(MANY);
    }

    /** Decides what is done with a document once it is let go. */
    public void verdict(Function<Request, Act> value) {
        verdict = value;
    }

    /** Refuses a document as a whole (R21). */
    public static Act refuse(String text) {
        return BrokenGateway.xml("<response><error>" + text + "</error></response>");
    }

    /** Accepts everybody. */
    public Act accept(Request request) {
        return accept(request, Set.of(), "");
    }

    /** Accepts everybody but some phones (R24). */
    public Act accept(Request request, Set<String> refused, String text) {
        StringBuilder answer = new StringBuilder("<response>");
        for (String message : messages(request)) {
            answer.append("<message>");
            for (Matcher abonent = ABONENT.matcher(message); abonent.find(); ) {
                answer.append(entry(abonent.group(1), abonent.group(2), refused, text));
            }
            answer.append("</message>");
        }
        return BrokenGateway.xml(answer.append("</response>").toString());
    }

    private String entry(String phone, String clientId, Set<String> refused, String text) {
        String who = " phone=\"" + phone + "\"" + (clientId == null ? "" : " client_id_message=\"" + clientId + "\"");
        if (refused.contains(phone)) {
            return "<information" + who + ">" + text + "</information>";
        }
        boolean known = clientId != null && !clientIds.add(clientId);
        if (!known) {
            accepted.merge(phone, 1, Integer::sum);
        }
        return "<information id_message=\"1" + phone + "\"" + who + ">"
                + (known ? "Данное сообщение уже было отправлено" : "send") + "</information>";
    }

    /** Returns the documents as they came, held ones included. */
    public List<Request> documents() {
        return documents;
    }

    /** Returns the recipients of each document. */
    public List<Integer> sizes() {
        return documents.stream()
                .map(document -> phones(document.body()).size())
                .toList();
    }

    /** Returns how often each phone was accepted. */
    public Map<String, Integer> accepted() {
        return accepted;
    }

    /** Returns the client ids that came while they were under way. */
    public List<String> metThemselves() {
        return metThemselves;
    }

    /** Returns how many connections were ever made. */
    public int connections() {
        return connections.get();
    }

    public String baseUrl() {
        return server.baseUrl();
    }

    /** Returns the messages of a document. */
    public static List<String> messages(Request document) {
        List<String> messages = new ArrayList<>(List.of(document.body().split("(?=<message>)")));
        messages.remove(0);
        return messages;
    }

    /** Returns the phones in a piece of a document. */
    public static List<String> phones(String piece) {
        return ABONENT.matcher(piece).results().map(abonent -> abonent.group(1)).toList();
    }

    @Override
    public void close() throws IOException {
        letGo();
        server.close();
    }

    private static List<String> clientIds(Request document) {
        return ABONENT.matcher(document.body())
                .results()
                .map(abonent -> abonent.group(2))
                .filter(id -> id != null)
                .toList();
    }

    private void awaitTurn() throws IOException {
        try {
            answers.acquire();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
