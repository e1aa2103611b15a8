package ru.targetsms.simulator.model;

import java.time.Instant;

/**
 * Says what the gateway refused, and why.
 *
 * @param phone the recipient's as it was written; null when the whole document was refused (R21)
 * @param clientIdMessage the recipient's client id as it was written; null with a whole document, empty without one
 * @param words the gateway's words
 */
public record Refusal(Instant at, String phone, String clientIdMessage, String words) {

    /** Names the time only. */
    @Override
    public String toString() {
        return "Refusal[" + at + "]";
    }
}
