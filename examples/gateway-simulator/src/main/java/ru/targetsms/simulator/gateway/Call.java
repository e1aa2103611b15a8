package ru.targetsms.simulator.gateway;

import java.util.List;
import java.util.Map;

/**
 * Holds one request as it came over HTTP.
 *
 * @param number of the exchange, given when it is recorded; 0 before
 * @param headers names compare without regard to case
 * @param body empty when nothing was posted
 * @param connection whether the web server lets an answer touch the connection itself
 */
public record Call(long number, String path, Map<String, List<String>> headers, byte[] body, boolean connection) {

    /** Makes a call that is yet to be recorded. */
    public Call(String path, Map<String, List<String>> headers, byte[] body, boolean connection) {
        this(0, path, headers, body, connection);
    }

    Call numbered(long exchange) {
        return new Call(exchange, path, headers, body, connection);
    }

    /** Returns the first value of a header, null when it is missing. */
    public String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    @Override
    public String toString() {
        return "Call[" + path + ", " + body.length + " bytes]";
    }
}
