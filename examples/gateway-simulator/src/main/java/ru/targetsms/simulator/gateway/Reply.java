package ru.targetsms.simulator.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Is what a door says, and how it is to go over the wire. */
public sealed interface Reply {

    /** Returns the bytes to remember as the answer. */
    byte[] shown();

    /** Returns an answer of the gateway itself. */
    static Http of(byte[] body) {
        return new Http(200, Http.XML, Map.of(), body);
    }

    /**
     * Goes over the wire as HTTP wants it.
     *
     * @param type its {@code Content-Type}
     * @param headers further ones
     * @param body all of it
     * @param sender writes the body; unless it is {@link Sender#AT_ONCE}, the length may differ and is not announced
     */
    record Http(int status, String type, Map<String, String> headers, byte[] body, Sender sender) implements Reply {

        static final String XML = "text/xml; charset=utf-8";

        Http(int status, String type, Map<String, String> headers, byte[] body) {
            this(status, type, headers, body, Sender.AT_ONCE);
        }

        @Override
        public byte[] shown() {
            return body;
        }
    }

    /**
     * Goes over the wire as it is, HTTP or not; then the connection ends.
     *
     * @param reset whether it is reset, or closed in order
     */
    record Raw(byte[] bytes, boolean reset) implements Reply {

        static final byte[] NOTHING = {};

        @Override
        public byte[] shown() {
            return bytes;
        }
    }

    /** Says that an answer was given up half way, since the simulator was reset or stops: the connection is to end. */
    final class Abandoned extends IOException {

        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("The simulator was reset or stopped while it answered");
        }
    }

    /** Writes a body in its own way. */
    @FunctionalInterface
    interface Sender {

        Sender AT_ONCE = (body, out) -> out.write(body);

        void send(byte[] body, OutputStream out) throws IOException;
    }
}
