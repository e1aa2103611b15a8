package ru.targetsms.simulator.gateway;

/**
 * Counts by a 64-bit key. Flat arrays in many small segments keep a million keys within some 30 MB, and growth never
 * needs a second copy of more than one segment. Not thread safe.
 */
final class CountTable {

    private static final int SEGMENTS = 256;

    private final CountSegment[] segments = new CountSegment[SEGMENTS];

    int accepted(long key) {
        return segment(key).accepted(key);
    }

    int refused(long key) {
        return segment(key).refused(key);
    }

    /** Returns the number of the message accepted first, 0 when there was none. */
    int number(long key) {
        return segment(key).number(key);
    }

    /** Counts an acceptance; returns how many there are now. */
    int accept(long key, int messageNumber) {
        return segment(key).accept(key, messageNumber);
    }

    void refuse(long key) {
        segment(key).refuse(key);
    }

    private CountSegment segment(long key) {
        int index = (int) (Hash.mix(key) & (SEGMENTS - 1));
        if (segments[index] == null) {
            segments[index] = new CountSegment();
        }
        return segments[index];
    }
}
