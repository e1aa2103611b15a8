package ru.targetsms.camel.text;

/** Names how the characters of an SMS are carried. */
public enum SmsEncoding {

    /** The default alphabet of GSM 03.38 with its extension; a unit is a septet. */
    GSM_7(160, 153),

    /** UCS-2; a unit is a UTF-16 unit. */
    UCS_2(70, 67);

    private final int alone;
    private final int joined;

    SmsEncoding(int alone, int joined) {
        this.alone = alone;
        this.joined = joined;
    }

    /** Returns the units of an SMS that needs one part only. */
    int alone() {
        return alone;
    }

    /** Returns the units of each of several parts: the rest is the header that joins them. */
    int joined() {
        return joined;
    }
}
