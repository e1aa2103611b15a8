package ru.targetsms.benchmark.report;

/** What is compared. */
public enum Kind {
    BY_HAND("a", "hand-written route: template, camel-http, XPath"),
    BY_HAND_JAXB("b", "hand-written route with camel-jaxb both ways"),
    READY_1("c", "HttpClient, ready-made documents of 1"),
    READY_100("c", "HttpClient, ready-made documents of 100"),
    JAXB_100("c", "HttpClient with JAXB both ways, documents of 100"),
    SINGLES("d", "component, single messages"),
    LISTS("e", "component, lists of 10,000");

    private final String letter;
    private final String label;

    Kind(String letter, String label) {
        this.letter = letter;
        this.label = label;
    }

    /** Returns letter and label. */
    @Override
    public String toString() {
        return "(" + letter + ") " + label;
    }
}
