package ru.targetsms.simulator.fault;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Lists faults that are wanted so often that they have names. */
public enum Preset {
    /** Answers everything with HTTP 503 and accepts nothing. */
    GATEWAY_DOWN(Fault.status(503)),
    /** Accepts at once and answers five seconds later. */
    SLOW(Fault.delay(Duration.ofSeconds(5))),
    /** Accepts and closes the connection without a byte. */
    ACCEPTS_AND_DROPS(Fault.dropAfterAccept()),
    /** Accepts and ends the answer after its first recipient or state. */
    HALF_ANSWERS(Fault.halfAnswer(1));

    private final Fault fault;

    Preset(Fault fault) {
        this.fault = fault;
    }

    /** Returns the fault, for every request; selectors narrow it. */
    public Fault fault() {
        return fault;
    }

    /** Returns the name in URLs and JSON, for instance {@code gateway_down}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the preset a word names.
     *
     * @throws IllegalArgumentException when there is no such preset; its text names those there are
     */
    public static Preset of(String word) {
        return Arrays.stream(values())
                .filter(preset -> preset.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No preset has this name; known are "
                        + Arrays.stream(values()).map(Preset::word).toList()));
    }
}
