package ru.targetsms.files.csv;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8 lines of bounded length. Every line is decoded by itself, so that one that is not UTF-8, or is too long,
 * is reported with its number and the next one is read as if nothing had happened. A byte order mark is dropped.
 */
final class LineReader implements Closeable {

    /** The longest line that is kept; a longer one is skipped to its end without being held in memory. */
    static final int MAX_BYTES = 64 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final byte[] buffer = new byte[16 * 1024];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private int position;
    private int end;
    private long number;
    private long bytesRead;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Returns the next line, or null after the last one. */
    Line next() throws IOException {
        line.reset();
        boolean tooLong = false;
        boolean any = false;
        while (position < end || fill()) {
            any = true;
            int start = position;
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            tooLong |= line.size() + position - start > MAX_BYTES;
            if (!tooLong) {
                line.write(buffer, start, position - start);
            }
            if (position < end) {
                position++;
                break;
            }
        }
        if (!any) {
            return null;
        }
        number++;
        return tooLong ? new Line(number, null, "the line is longer than " + MAX_BYTES + " bytes") : decoded();
    }

    /** Returns how many bytes of the file have been taken in. */
    long bytesRead() {
        return bytesRead - (end - position);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(buffer));
        bytesRead += end;
        return end > 0;
    }

    private Line decoded() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
            if (number == 1 && text.startsWith(BYTE_ORDER_MARK)) {
                text = text.substring(1);
            }
            return new Line(number, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, null);
        } catch (CharacterCodingException e) {
            return new Line(number, null, "the line is not UTF-8");
        }
    }
}
