package ru.targetsms.simulator.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Stretches an answer by spaces before its last tag, as a stream: it stays well-formed, and takes no memory here.
 *
 * @param bytes length of the whole
 * @param gzip whether it goes out gzipped
 */
record Stretch(long bytes, boolean gzip) implements Reply.Sender {

    private static final byte[] SPACES = spaces();

    @Override
    public void send(byte[] body, OutputStream out) throws IOException {
        if (gzip) {
            try (OutputStream packed = new FastGzip(out)) {
                stretch(body, packed);
            }
        } else {
            stretch(body, out);
        }
    }

    private void stretch(byte[] body, OutputStream out) throws IOException {
        int tag = new String(body, StandardCharsets.ISO_8859_1).lastIndexOf('<');
        out.write(body, 0, tag);
        for (long left = bytes - body.length; left > 0; left -= SPACES.length) {
            out.write(SPACES, 0, (int) Math.min(left, SPACES.length));
        }
        out.write(body, tag, body.length - tag);
    }

    private static byte[] spaces() {
        byte[] spaces = new byte[8192];
        Arrays.fill(spaces, (byte) ' ');
        return spaces;
    }

    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
