package ru.targetsms.simulator.model;

/**
 * Measures the text of an SMS.
 *
 * @param characters as a reader counts them, a surrogate pair as one
 * @param units septets of GSM-7, where ten characters take two, or units of UCS-2
 * @param parts at least 1
 * @param free units the last part has left
 */
public record SmsMeter(Encoding encoding, int characters, int units, int parts, int free) {}
