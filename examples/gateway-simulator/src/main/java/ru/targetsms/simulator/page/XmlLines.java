package ru.targetsms.simulator.page;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import ru.targetsms.simulator.page.XmlToken.Kind;
import ru.targetsms.simulator.page.XmlView.Line;
import ru.targetsms.simulator.page.XmlView.Piece;

/** Writes a well-formed document an element a line. Not thread safe; made for one document. */
final class XmlLines {

    private static final String STEP = "  ";
    private static final int DEEPEST = 12;

    private final List<XmlToken> tokens;
    private final BitSet mine;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private List<Piece> pieces = new ArrayList<>();
    private boolean lineIsMine;
    private int left = XmlView.LONGEST;

    /** @param mine which tokens are about the message that is looked at */
    XmlLines(List<XmlToken> tokens, BitSet mine) {
        this.tokens = tokens;
        this.mine = mine;
    }

    XmlView view() {
        int at = 0;
        while (at < tokens.size() && left > 0) {
            put(at);
            at++;
        }
        endLine();
        return new XmlView(lines, true, at < tokens.size() || left < 0);
    }

    private void put(int at) {
        XmlToken token = tokens.get(at);
        XmlToken shown = token.hidden(open.stream().anyMatch(Secrets::isPassword));
        switch (token.kind()) {
            case OPEN -> {
                begin(at);
                add("tag", shown);
                open.add(token.name());
            }
            case CLOSE -> {
                open.remove(open.size() - 1);
                if (!closesLine(at)) {
                    begin(at);
                }
                add("tag", shown);
            }
            case EMPTY, OTHER -> {
                begin(at);
                add("tag", shown);
            }
            case TEXT, CDATA -> {
                if (!token.raw().isBlank() || isAlone(at)) {
                    add("text", shown);
                }
            }
        }
    }

    /** Tells whether an end tag stands on the line of its start tag: there is nothing but text between. */
    private boolean closesLine(int at) {
        int before = at - 1;
        while (tokens.get(before).isText()) {
            before--;
        }
        return tokens.get(before).kind() == Kind.OPEN;
    }

    /** Tells whether a text is all its element holds; blanks between elements are not shown. */
    private boolean isAlone(int at) {
        return at > 0
                && at + 1 < tokens.size()
                && tokens.get(at - 1).kind() == Kind.OPEN
                && tokens.get(at + 1).kind() == Kind.CLOSE;
    }

    private void begin(int at) {
        endLine();
        lineIsMine = mine.get(at);
        int depth = Math.min(open.size(), DEEPEST);
        if (depth > 0) {
            pieces.add(new Piece("tag", STEP.repeat(depth)));
        }
    }

    private void endLine() {
        if (!pieces.isEmpty()) {
            lines.add(new Line(List.copyOf(pieces), lineIsMine));
            pieces = new ArrayList<>();
        }
    }

    private void add(String kind, XmlToken token) {
        String text = token.raw();
        pieces.add(new Piece(kind, text.substring(0, Math.min(text.length(), left))));
        left -= text.length();
    }
}
