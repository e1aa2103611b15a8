package ru.targetsms.simulator.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Is a piece of a well-formed document, character by character as it stands there. */
record XmlToken(Kind kind, String raw) {

    enum Kind {
        OPEN,
        CLOSE,
        EMPTY,
        TEXT,
        CDATA,
        /** A comment or a processing instruction, which the protocol has no use for. */
        OTHER
    }

    private static final String CDATA_START = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final Map<String, String> PAIRS = Map.of("<!--", "-->", CDATA_START, CDATA_END, "<?", "?>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=<>/\"']+)(\\s*=\\s*)(?:\"([^\"]*+)\"|'([^']*+)')");
    private static final Pattern NAME = Pattern.compile("</?(?:[^\\s/>:]*:)?([^\\s/>]+)");
    private static final Pattern ENTITY = Pattern.compile("&(?:#([0-9]{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]+));");
    private static final Map<String, String> ENTITIES =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    /** Takes a well-formed document to pieces. */
    static List<XmlToken> of(String document) {
        List<XmlToken> tokens = new ArrayList<>();
        for (int at = 0, end; at < document.length(); at = end) {
            end = end(document, at);
            String raw = document.substring(at, end);
            tokens.add(new XmlToken(kind(raw), raw));
        }
        return tokens;
    }

    /** Returns the element's name without its prefix. */
    String name() {
        Matcher matcher = NAME.matcher(raw);
        return !isText() && matcher.lookingAt() ? matcher.group(1) : "";
    }

    boolean isText() {
        return kind == Kind.TEXT || kind == Kind.CDATA;
    }

    /** Returns the attributes as they are meant. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(raw);
        while (matcher.find()) {
            attributes.put(matcher.group(1), decode(matcher.group(3) == null ? matcher.group(4) : matcher.group(3)));
        }
        return attributes;
    }

    /** Returns what the text means. */
    String text() {
        return kind == Kind.CDATA
                ? raw.substring(CDATA_START.length(), raw.length() - CDATA_END.length())
                : decode(raw);
    }

    /**
     * Returns this piece with dots instead of passwords.
     *
     * @param inPassword whether it lies inside an element that holds one
     */
    XmlToken hidden(boolean inPassword) {
        return switch (kind) {
            case OPEN, EMPTY -> new XmlToken(kind, hiddenTag(inPassword || Secrets.isPassword(name())));
            case TEXT, CDATA -> inPassword && !raw.isBlank() ? new XmlToken(Kind.TEXT, Secrets.DOTS) : this;
            case CLOSE -> this;
            case OTHER -> raw.startsWith("<?xml ") ? this : new XmlToken(kind, "<!-- " + Secrets.DOTS + " -->");
        };
    }

    private String hiddenTag(boolean all) {
        return ATTRIBUTE
                .matcher(raw)
                .replaceAll(attribute -> Matcher.quoteReplacement(
                        all || Secrets.isPassword(attribute.group(1))
                                ? attribute.group(1) + attribute.group(2) + '"' + Secrets.DOTS + '"'
                                : attribute.group()));
    }

    private static int end(String document, int at) {
        if (document.charAt(at) != '<') {
            int next = document.indexOf('<', at);
            return next < 0 ? document.length() : next;
        }
        for (Map.Entry<String, String> pair : PAIRS.entrySet()) {
            if (document.startsWith(pair.getKey(), at)) {
                return document.indexOf(pair.getValue(), at + pair.getKey().length())
                        + pair.getValue().length();
            }
        }
        return tagEnd(document, at);
    }

    /** Returns where a tag ends: a value may hold {@code >}. */
    private static int tagEnd(String document, int at) {
        int end = at;
        while (document.charAt(end) != '>') {
            char c = document.charAt(end);
            end = (c == '"' || c == '\'' ? document.indexOf(c, end + 1) : end) + 1;
        }
        return end + 1;
    }

    private static Kind kind(String raw) {
        if (raw.charAt(0) != '<') {
            return Kind.TEXT;
        }
        return switch (raw.charAt(1)) {
            case '/' -> Kind.CLOSE;
            case '!' -> raw.startsWith(CDATA_START) ? Kind.CDATA : Kind.OTHER;
            case '?' -> Kind.OTHER;
            default -> raw.endsWith("/>") ? Kind.EMPTY : Kind.OPEN;
        };
    }

    private static String decode(String raw) {
        return ENTITY.matcher(raw).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    private static String character(MatchResult entity) {
        if (entity.group(3) != null) {
            return ENTITIES.getOrDefault(entity.group(3), entity.group());
        }
        return Character.toString(
                entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16));
    }
}
