package ru.targetsms.simulator.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.Setting;
import ru.targetsms.simulator.fault.WrongEncoding;
import ru.targetsms.simulator.gateway.Reply.Http;
import ru.targetsms.simulator.gateway.Reply.Raw;
import ru.targetsms.simulator.protocol.AnswerWriter;

/** Spoils answers. Thread safe. */
final class Spoiler {

    private static final long BOMB = 256L << 20;
    private static final String XML_OF = "text/xml; charset=";

    private final AnswerWriter writer;
    private final Hold hold;

    Spoiler(AnswerWriter writer, Hold hold) {
        this.writer = writer;
        this.hold = hold;
    }

    /** Returns what a fault makes of an answer; empty when it leaves the answer as it is. */
    Optional<Reply> spoil(Fault fault, byte[] body) {
        String answer = new String(body, UTF_8);
        Reply spoilt =
                switch (fault.action()) {
                    case MESSAGE_ERROR, REFUSAL, DUPLICATE_ANSWER, DELAY, DELAY_BEFORE_ACCEPT -> null;
                    case STATUS -> page(fault.get(Setting.CODE));
                    case ANSWER_WITH_STATUS -> new Http(fault.get(Setting.CODE), Http.XML, Map.of(), body);
                    case REDIRECT ->
                        new Http(
                                fault.get(Setting.CODE),
                                "text/html",
                                Map.of("Location", fault.get(Setting.LOCATION)),
                                Raw.NOTHING);
                    case GATEWAY_ERROR -> Reply.of(writer.refused(fault.get(Setting.TEXT)));
                    case DROP -> new Raw(Raw.NOTHING, false);
                    case RESET -> new Raw(Raw.NOTHING, true);
                    case EMPTY -> Reply.of(Raw.NOTHING);
                    case TRUNCATED -> raw("Content-Length: " + body.length, Arrays.copyOf(body, body.length / 2));
                    case MALFORMED_CHUNK -> malformedChunk(Arrays.copyOf(body, body.length / 2));
                    case GARBAGE -> new Raw("\u0007\u0001lorem ipsum\u0000\u007f\r\n\r\n".getBytes(UTF_8), false);
                    case HTML_PAGE -> page(200);
                    case JSON -> new Http(200, "application/json", Map.of(), "{\"success\":true}".getBytes(UTF_8));
                    case HUGE -> huge(body, fault.get(Setting.BYTES));
                    case GZIP_BOMB -> streamed(body, new Stretch(BOMB, true), Map.of("Content-Encoding", "gzip"));
                    case DRIP -> streamed(body, drip(fault.get(Setting.DURATION)), Map.of());
                    case ENCODING -> encoded(fault.get(Setting.ENCODING), answer);
                    case OTHER_ROOT -> changed(answer, answer.replace("response>", "answer>"));
                    case XML_ATTACK ->
                        changed(answer, fault.get(Setting.ATTACK).into(answer, fault.get(Setting.LOCATION)));
                    case HALF_ANSWER -> changed(answer, AnswerParts.half(answer, fault.get(Setting.COUNT)));
                    case REORDERED -> changed(answer, AnswerParts.reversed(answer));
                    case MISSING -> changed(answer, AnswerParts.without(answer, fault.get(Setting.COUNT)));
                    case EXTRA -> changed(answer, AnswerParts.withExtra(answer));
                    case ATTRIBUTE ->
                        changed(
                                answer,
                                AnswerParts.withAttribute(answer, fault.get(Setting.NAME), fault.get(Setting.TEXT)));
                };
        return Optional.ofNullable(spoilt);
    }

    /** Adds headers to an answer; one that is no HTTP has none. */
    static Reply withHeaders(Reply reply, Map<String, String> headers) {
        if (headers.isEmpty() || !(reply instanceof Http http)) {
            return reply;
        }
        Map<String, String> all = new HashMap<>(http.headers());
        all.putAll(headers);
        return new Http(http.status(), http.type(), all, http.body(), http.sender());
    }

    private static Reply changed(String before, String after) {
        return after.equals(before) ? null : Reply.of(after.getBytes(UTF_8));
    }

    private static Reply encoded(WrongEncoding encoding, String answer) {
        byte[] bytes = encoding.bytes(answer);
        boolean changed = !encoding.label().equals("utf-8") || !Arrays.equals(bytes, answer.getBytes(UTF_8));
        return changed ? new Http(200, XML_OF + encoding.label(), Map.of(), bytes) : null;
    }

    private static Reply huge(byte[] body, long bytes) {
        return bytes > body.length ? streamed(body, new Stretch(bytes, false), Map.of()) : null;
    }

    private static Reply streamed(byte[] body, Reply.Sender sender, Map<String, String> headers) {
        return new Http(200, Http.XML, headers, body, sender);
    }

    private static Reply page(int status) {
        String page = "<!DOCTYPE html><html><head><title>%1$d</title></head><body><h1>%1$d</h1></body></html>";
        return new Http(
                status,
                "text/html; charset=utf-8",
                Map.of(),
                page.formatted(status).getBytes(UTF_8));
    }

    private static Reply malformedChunk(byte[] half) {
        byte[] chunk = concat((Integer.toHexString(half.length) + "\r\n").getBytes(UTF_8), half);
        return raw("Transfer-Encoding: chunked", concat(chunk, "\r\nno chunk\r\n".getBytes(UTF_8)));
    }

    private static Reply raw(String header, byte[] body) {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: " + Http.XML + "\r\n" + header + "\r\n\r\n";
        return new Raw(concat(head.getBytes(UTF_8), body), false);
    }

    private static byte[] concat(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    private Reply.Sender drip(Duration perByte) {
        return (body, out) -> {
            for (byte b : body) {
                if (!hold.pass(perByte)) {
                    throw new Reply.Abandoned();
                }
                out.write(b);
                out.flush();
            }
        };
    }
}
