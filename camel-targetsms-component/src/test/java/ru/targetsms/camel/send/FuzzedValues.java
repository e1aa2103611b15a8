package ru.targetsms.camel.send;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import ru.targetsms.camel.model.MessageField;

/** Makes values of fuzzed bytes, and remembers the text of each. */
final class FuzzedValues {

    /** Stands in texts that nobody may repeat; no message of ours holds it otherwise. */
    static final String SECRET = "§";

    static final List<String> PHONES = List.of("79001234567", "380442589632");

    static final List<String> CHARSETS = List.of("UTF-8", "windows-1251", "UTF-16", "US-ASCII");

    private static final int DEEPEST = 2;
    private static final List<String> TOKENS = List.of(
            "",
            " ",
            "0",
            "1",
            "2",
            "9",
            "true",
            "79001234567",
            "+7 (900) 123-45-67, 380442589632",
            "9223372036854775807",
            "2026-11-23 13:00",
            "2026-11-23T12:59:31+03:00",
            "Заказ\r\nготов\n\r\u0085\u2028\u2029",
            "]]>",
            "\"/><abonent phone='1'/>",
            "<![CDATA[<&>]]>",
            "&amp;&#10;",
            "${body}",
            "{{env:HOME}}",
            "RAW(x)",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00",
            "a\u0000b",
            "\uFFFE",
            "\t\u00A0\u007F");

    private final FuzzedDataProvider data;
    private final Set<String> given = new HashSet<>();

    FuzzedValues(FuzzedDataProvider data) {
        this.data = data;
    }

    /** Returns every text that went in, also as a number or as bytes. */
    Set<String> given() {
        return given;
    }

    /** Returns a value of any kind. */
    Object any() {
        return value(0);
    }

    /** Returns a value that holds no others. */
    Object scalar() {
        return value(DEEPEST);
    }

    private Object value(int depth) {
        return switch (data.consumeInt(0, depth < DEEPEST ? 22 : 19)) {
            case 0 -> null;
            case 1 -> keep(data.consumeInt());
            case 2 -> keep(data.consumeLong());
            case 3 -> keep(data.consumeInt(0, 9));
            case 4 -> keep(data.consumeDouble());
            case 5 -> keep(data.consumeFloat());
            case 6 -> keep(data.consumeBoolean());
            case 7 -> keep(data.consumeChar());
            case 8 -> keep(new BigDecimal(BigInteger.valueOf(data.consumeLong()), data.consumeInt()));
            case 9 -> keep(new BigInteger(data.consumeBytes(40).length + "7"));
            case 10 -> bytes(StandardCharsets.UTF_8);
            case 11 -> text().toCharArray();
            case 12 -> new Date(data.consumeLong());
            case 13 ->
                Instant.ofEpochSecond(data.consumeLong(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()));
            case 14 -> LocalDateTime.ofEpochSecond(data.consumeLong(-1L << 40, 1L << 40), 1, ZoneOffset.UTC);
            case 15 -> phone();
            case 16 -> new Object();
            case 17 -> MessageField.TEXT_SMS;
            case 20 -> some(() -> value(depth + 1));
            case 21 -> some(() -> value(depth + 1)).toArray();
            case 22 -> Map.of("text_sms", text());
            default -> text();
        };
    }

    String phone() {
        return switch (data.consumeInt(0, 7)) {
            case 0 -> null;
            case 1 -> text();
            case 2 -> kept(Long.toString(data.consumeLong()));
            default -> kept(data.pickValue(PHONES));
        };
    }

    String text() {
        return kept(
                switch (data.consumeInt(0, 3)) {
                    case 0 -> data.pickValue(TOKENS);
                    case 1 -> data.consumeString(30);
                    case 2 -> SECRET + data.pickValue(TOKENS) + data.consumeString(8);
                    default -> SECRET + data.consumeString(1100) + SECRET;
                });
    }

    private String kept(String text) {
        given.add(text);
        return text;
    }

    /** Bytes in a field are UTF-8, bytes as a body have the charset of the exchange: one may become the other. */
    byte[] bytes(Charset charset) {
        byte[] bytes = data.consumeBoolean() ? data.consumeBytes(40) : text().getBytes(charset);
        CHARSETS.forEach(readAs -> given.add(new String(bytes, Charset.forName(readAs))));
        return bytes;
    }

    private Object keep(Object value) {
        boolean plain =
                !(value instanceof Double || value instanceof Float) || Double.isFinite(((Number) value).doubleValue());
        given.add(
                plain && value instanceof Number && !(value instanceof BigDecimal)
                        ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
                        : value.toString());
        return value;
    }

    List<Object> some(Supplier<Object> supplier) {
        List<Object> list = new ArrayList<>();
        for (int i = data.consumeInt(0, 4); i > 0; i--) {
            list.add(supplier.get());
        }
        return list;
    }
}
