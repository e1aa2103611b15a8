package ru.targetsms.simulator.fault;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists what an XML answer can do to its reader. Each keeps the gateway's own answer, so that a careless one believes. */
public enum XmlAttack {
    DOCTYPE,
    /** An entity that points at {@code location}. */
    EXTERNAL_ENTITY,
    /** A DTD that lies at {@code location}. */
    EXTERNAL_DTD,
    BILLION_LAUGHS,
    /** 200,000 elements, one in another. */
    DEEP,
    /** 20,000 attributes of one element. */
    MANY_ATTRIBUTES,
    /** One attribute of 1 MB. */
    LONG_ATTRIBUTE;

    private static final String ROOT = "<response";
    private static final int DEPTH = 200_000;

    /** Tells whether the attack points somewhere, and so needs a {@code location}. */
    public boolean external() {
        return this == EXTERNAL_ENTITY || this == EXTERNAL_DTD;
    }

    /**
     * Puts the attack into an answer.
     *
     * @param location address for an external attack, else not looked at
     */
    public String into(String answer, String location) {
        return switch (this) {
            case DOCTYPE -> beforeRoot(answer, "<!DOCTYPE response>");
            case EXTERNAL_ENTITY ->
                inRoot(beforeRoot(answer, "<!DOCTYPE response [<!ENTITY x SYSTEM \"" + location + "\">]>"), "&x;");
            case EXTERNAL_DTD -> beforeRoot(answer, "<!DOCTYPE response SYSTEM \"" + location + "\">");
            case BILLION_LAUGHS -> inRoot(beforeRoot(answer, "<!DOCTYPE response [" + laughs() + "]>"), "&l9;");
            case DEEP -> inRoot(answer, "<a>".repeat(DEPTH) + "</a>".repeat(DEPTH));
            case MANY_ATTRIBUTES ->
                onRoot(
                        answer,
                        IntStream.range(0, 20_000)
                                .mapToObj(i -> " a" + i + "=\"\"")
                                .collect(Collectors.joining()));
            case LONG_ATTRIBUTE -> onRoot(answer, " a=\"" + "x".repeat(1 << 20) + "\"");
        };
    }

    private static String laughs() {
        StringBuilder entities = new StringBuilder("<!ENTITY l0 \"ha\">");
        for (int i = 1; i <= 9; i++) {
            entities.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return entities.toString();
    }

    private static String beforeRoot(String answer, String inserted) {
        return answer.replace(ROOT, inserted + ROOT);
    }

    private static String onRoot(String answer, String attributes) {
        return answer.replace(ROOT, ROOT + attributes);
    }

    private static String inRoot(String answer, String content) {
        return answer.replace(ROOT + ">", ROOT + ">" + content);
    }
}
