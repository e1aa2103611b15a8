package ru.targetsms.simulator.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Is a document as somebody wants to read it: an element a line, passwords as dots. What is no well-formed XML stands
 * there as it came, with its control characters made visible.
 *
 * @param cut whether there was more than 200,000 characters
 */
record XmlView(List<Line> lines, boolean wellFormed, boolean cut) {

    static final int LONGEST = 200_000;

    /** @param mine whether the line is about the message that is looked at */
    record Line(List<Piece> pieces, boolean mine) {}

    /** @param kind {@code tag} or {@code text} */
    record Piece(String kind, String text) {}

    static XmlView of(byte[] body, Mine mine) {
        Document document = Document.of(body);
        if (!document.wellFormed()) {
            return raw(document.text());
        }
        List<XmlToken> tokens = XmlToken.of(document.text());
        return new XmlLines(tokens, mine.in(tokens)).view();
    }

    /** Returns the lines about the message alone. */
    List<Line> mine() {
        return lines.stream().filter(Line::mine).toList();
    }

    private static XmlView raw(String text) {
        String hidden = Secrets.hideIn(text);
        boolean cut = hidden.length() > LONGEST;
        String shown = visible(cut ? hidden.substring(0, LONGEST) : hidden);
        List<Line> lines = new ArrayList<>();
        shown.lines().forEach(line -> lines.add(new Line(List.of(new Piece("text", line)), false)));
        return new XmlView(lines, false, cut);
    }

    /** Gives every control character its picture; only a line break stays one, too. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                visible.append((char) ('\u2400' + c)).append(c == '\n' ? "\n" : "");
            } else if (c == '\u007F') {
                visible.append('\u2421');
            } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                visible.append("⟨%04X⟩".formatted((int) c));
            } else {
                visible.append(c);
            }
        }
        return visible.toString();
    }
}
