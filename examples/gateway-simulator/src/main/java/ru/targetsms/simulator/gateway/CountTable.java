package ru.targetsms.simulator.gateway;

/**
 * Counts by a 64-bit key in a few flat arrays: 20 bytes a slot, so that a million keys stay within tens of megabytes. A
 * key is there as soon as one of its counts is above 0. Not thread safe.
 */
final class CountTable {

    private static final int FIRST_SIZE = 256;

    private long[] keys = new long[FIRST_SIZE];
    private int[] accepted = new int[FIRST_SIZE];
    private int[] refused = new int[FIRST_SIZE];
    private int[] number = new int[FIRST_SIZE];
    private int used;

    int accepted(long key) {
        return accepted[slot(key)];
    }

    int refused(long key) {
        return refused[slot(key)];
    }

    /** Returns the number of the message accepted first, 0 when there was none. */
    int number(long key) {
        return number[slot(key)];
    }

    /** Counts an acceptance; returns how many there are now. */
    int accept(long key, int messageNumber) {
        int slot = claim(key);
        if (number[slot] == 0) {
            number[slot] = messageNumber;
        }
        return ++accepted[slot];
    }

    void refuse(long key) {
        refused[claim(key)]++;
    }

    private int claim(long key) {
        int slot = slot(key);
        if (free(slot)) {
            if (used >= keys.length / 4 * 3) {
                grow();
                slot = slot(key);
            }
            used++;
            keys[slot] = key;
        }
        return slot;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (Hash.mix(key) & mask);
        while (!free(slot) && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean free(int slot) {
        return accepted[slot] == 0 && refused[slot] == 0;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldAccepted = accepted;
        int[] oldRefused = refused;
        int[] oldNumber = number;
        int size = oldKeys.length * 2;
        keys = new long[size];
        accepted = new int[size];
        refused = new int[size];
        number = new int[size];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldAccepted[i] != 0 || oldRefused[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                accepted[slot] = oldAccepted[i];
                refused[slot] = oldRefused[i];
                number[slot] = oldNumber[i];
            }
        }
    }
}
