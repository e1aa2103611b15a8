package ru.targetsms.camel.faults;

import java.util.Locale;

/** Lists the rows of the fault matrix, and who proves each. */
enum Row {
    F1("no name, no connection"),
    F2("TLS that cannot be trusted"),
    F3("plain HTTP to another machine"),
    F4("a proxy that refuses or is gone"),
    F5("reset while the document is half written"),
    F6("closed after the gateway accepted"),
    F7("closed before the gateway accepted"),
    F8("reset after the request"),
    F9("kept connection closed just before it is used again"),
    F10("accepted after we gave up"),
    F11("an answer that drips for ever"),
    F12("an answer that breaks off, or no HTTP"),
    F13("no response: empty, HTML, JSON, another root"),
    F14("half an answer"),
    F15("entries missing, reordered, too many"),
    F16("one recipient refused"),
    F17("one message refused"),
    F18("the document refused"),
    F19("goes out later"),
    F20("unknown words"),
    F21("a duplicate, in every form"),
    F22("a duplicate on a first attempt"),
    F23("redirects"),
    F24("statuses that refuse the document"),
    F25("throttled"),
    F26("errors of the server, or too late"),
    F27("too large"),
    F28("XML attacks"),
    F29("wrong encodings"),
    F30("headers of the answer"),
    F31("hostile messages"),
    F32("hostile headers and placeholders"),
    F33("killed between POST and commit", "the crash proof kills the programs around the component"),
    F34(
            "killed before the POST; two nodes with one message",
            "the crash proof kills the programs around the component"),
    F35("result database down after acceptance"),
    F36("shutdown, interrupt, a caller that gives up"),
    F37("states missing, unknown, too many"),
    F38("a state that goes back"),
    F39("a poison id among states"),
    F40("a poller that dies or pauses"),
    F41("clocks that jump");

    private final String title;
    private final String elsewhere;

    Row(String title) {
        this(title, null);
    }

    Row(String title, String elsewhere) {
        this.title = title;
        this.elsewhere = elsewhere;
    }

    /** Tells whether a test of this package proves the row. */
    boolean isHere() {
        return elsewhere == null;
    }

    /** Tells whether a test, by its name, is for this row. */
    boolean isProvedBy(String test) {
        return test.toUpperCase(Locale.ROOT).startsWith(name() + "_");
    }

    @Override
    public String toString() {
        return name() + " " + title + (elsewhere == null ? "" : " (" + elsewhere + ")");
    }
}
