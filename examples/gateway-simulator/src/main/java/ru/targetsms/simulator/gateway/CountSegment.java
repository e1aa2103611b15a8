package ru.targetsms.simulator.gateway;

/**
 * Is one small hash table of a {@link CountTable}: open addressing, 20 bytes a slot. A key is there as soon as one of its
 * counts is above 0.
 */
final class CountSegment {

    private static final int FIRST_SIZE = 16;

    private long[] keys;
    private int[] accepted;
    private int[] refused;
    private int[] number;
    private int used;

    CountSegment() {
        this(FIRST_SIZE);
    }

    private CountSegment(int size) {
        keys = new long[size];
        accepted = new int[size];
        refused = new int[size];
        number = new int[size];
    }

    int accepted(long key) {
        return accepted[slot(key)];
    }

    int refused(long key) {
        return refused[slot(key)];
    }

    int number(long key) {
        return number[slot(key)];
    }

    int accept(long key, int messageNumber) {
        int slot = claim(key);
        if (accepted[slot] == 0) {
            number[slot] = messageNumber;
        }
        return ++accepted[slot];
    }

    void refuse(long key) {
        refused[claim(key)]++;
    }

    /** Returns the key's slot, made its own; the caller must raise a count. */
    private int claim(long key) {
        int slot = slot(key);
        if (!free(slot)) {
            return slot;
        }
        if (used >= keys.length * 0.8) {
            grow();
            slot = slot(key);
        }
        used++;
        keys[slot] = key;
        return slot;
    }

    private int slot(long key) {
        int slot = (int) ((Hash.mix(key) >>> 32) * keys.length >>> 32);
        while (!free(slot) && keys[slot] != key) {
            slot = slot + 1 == keys.length ? 0 : slot + 1;
        }
        return slot;
    }

    private boolean free(int slot) {
        return accepted[slot] == 0 && refused[slot] == 0;
    }

    /** Moves to arrays half as large again; nothing has changed should there be no memory for them. */
    private void grow() {
        CountSegment larger = new CountSegment(keys.length * 3 / 2);
        for (int i = 0; i < keys.length; i++) {
            if (!free(i)) {
                int slot = larger.slot(keys[i]);
                larger.keys[slot] = keys[i];
                larger.accepted[slot] = accepted[i];
                larger.refused[slot] = refused[i];
                larger.number[slot] = number[i];
            }
        }
        keys = larger.keys;
        accepted = larger.accepted;
        refused = larger.refused;
        number = larger.number;
    }
}
