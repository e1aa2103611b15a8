package ru.targetsms.simulator.model;

/** Names the two alphabets of an SMS. */
public enum Encoding {
    GSM_7("GSM-7"),
    UCS_2("UCS-2");

    private final String label;

    Encoding(String label) {
        this.label = label;
    }

    /** Returns the name as the field writes it. */
    public String label() {
        return label;
    }
}
