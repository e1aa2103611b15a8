package ru.targetsms.simulator.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds one POST and its answer, byte for byte. The bodies hold phones, texts and the password: for tests only.
 *
 * @param headers the request's headers; names compare without regard to case
 */
public record HttpExchange(
        Instant at, String path, Map<String, List<String>> headers, byte[] requestBody, byte[] answerBody) {

    public String requestText() {
        return new String(requestBody, StandardCharsets.UTF_8);
    }

    public String answerText() {
        return new String(answerBody, StandardCharsets.UTF_8);
    }

    /** Returns the first value of a request header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    @Override
    public String toString() {
        return "HttpExchange[" + path + ", " + requestBody.length + " bytes in, " + answerBody.length + " bytes out]";
    }
}
