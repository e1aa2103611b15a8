package ru.targetsms.simulator.gateway;

/** Makes 64-bit keys: for a million different texts the chance that any two share one is below one in 30 million. */
final class Hash {

    private static final long SEED = 0x9E3779B97F4A7C15L;

    private Hash() {}

    static long of(String phone, String text) {
        return add(add(SEED, phone) + SEED, text);
    }

    /** Spreads a key over all its bits. */
    static long mix(long key) {
        long h = key;
        h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
        return h ^ (h >>> 31);
    }

    private static long add(long hash, String text) {
        long h = hash ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            h = mix(h ^ text.charAt(i));
        }
        return mix(h);
    }
}
