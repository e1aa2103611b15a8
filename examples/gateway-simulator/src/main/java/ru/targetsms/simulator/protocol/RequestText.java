package ru.targetsms.simulator.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Turns the bytes of a POST into text, refusing what no document may hold (R2, R3). */
public final class RequestText {

    private static final Pattern CONTENT_TYPE =
            Pattern.compile("text/xml\\s*;\\s*charset\\s*=\\s*(utf-8|\"utf-8\")\\s*", Pattern.CASE_INSENSITIVE);

    private RequestText() {}

    /**
     * Returns the document.
     *
     * @param contentType value of the header, null when it is missing
     * @throws DocumentRefused when the content type is wrong, the bytes are not UTF-8, or there is a line break
     */
    public static String of(String contentType, byte[] body) throws DocumentRefused {
        if (body.length == 0) {
            throw new DocumentRefused(Words.NO_POST_DATA);
        }
        if (contentType == null || !CONTENT_TYPE.matcher(contentType).matches()) {
            throw DocumentRefused.malformed();
        }
        String text = decode(body);
        refuseLineBreak(text);
        return text;
    }

    private static String decode(byte[] body) throws DocumentRefused {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw DocumentRefused.malformed();
        }
    }

    static void refuseLineBreak(String text) throws DocumentRefused {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                throw DocumentRefused.malformed();
            }
        }
    }
}
