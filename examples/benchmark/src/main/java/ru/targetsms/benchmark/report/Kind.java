package ru.targetsms.benchmark.report;

/** What is compared. */
public enum Kind {
    BY_HAND("(a) hand-written route", ": template, camel-http, XPath"),
    BY_HAND_JAXB("(b) hand-written route, camel-jaxb", " both ways"),
    READY_1("(c) HttpClient, ready-made documents of 1", ""),
    READY_100("(c) HttpClient, ready-made documents of 100", ""),
    JAXB_100("(c) HttpClient with JAXB, documents of 100", ""),
    SINGLES("(d) component, single messages", ""),
    LISTS("(e) component, lists of 10,000", "");

    private final String name;
    private final String rest;

    Kind(String name, String rest) {
        this.name = name;
        this.rest = rest;
    }

    /** Returns a name that fits beside a bar. */
    String shortName() {
        return name;
    }

    /** Returns letter and full name. */
    @Override
    public String toString() {
        return name + rest;
    }
}
