package ru.targetsms.camel.docs;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the reference page: what stands between its markers, and what it shows as code. */
final class ReferencePage {

    static final Path FILE = Path.of("src/main/docs/targetsms-component.adoc");

    private final String text;

    private ReferencePage(String text) {
        this.text = text;
    }

    static ReferencePage read() {
        try {
            return new ReferencePage(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A listing of the page: of which language, and under which title, empty for none. */
    record Listing(String title, String language, String code) {

        @Override
        public String toString() {
            return title + " (" + language + ")";
        }
    }

    /** Returns what stands between the markers of that name. */
    String between(String marker) {
        return text.substring(contentStart(marker), contentEnd(marker));
    }

    /** Returns the page with something else between the markers of that name. */
    ReferencePage with(String marker, String content) {
        return new ReferencePage(
                text.substring(0, contentStart(marker)) + content + text.substring(contentEnd(marker)));
    }

    void write() {
        try {
            Files.writeString(FILE, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns every listing with a language, in the order of the page. A title counts until the next heading. */
    List<Listing> listings() {
        List<Listing> listings = new ArrayList<>();
        List<String> lines = text.lines().toList();
        String title = "";
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.matches("=+ .*")) {
                title = "";
            } else if (line.matches("\\.\\w.*")) {
                title = line.substring(1);
            } else if (line.startsWith("[source,")) {
                List<String> code = lines.subList(
                        at + 2, at + 2 + lines.subList(at + 2, lines.size()).indexOf("----"));
                listings.add(new Listing(
                        title,
                        line.substring("[source,".length(), line.length() - 1),
                        code.stream().collect(joining("\n", "", "\n"))));
                at += code.size() + 2;
            }
        }
        return listings;
    }

    private int contentStart(String marker) {
        String start = "// " + marker + ": START\n";
        return found(start) + start.length();
    }

    private int contentEnd(String marker) {
        return found("// " + marker + ": END\n");
    }

    private int found(String line) {
        int at = text.indexOf(line);
        if (at < 0) {
            throw new AssertionError(FILE + " has no line " + line);
        }
        return at;
    }
}
