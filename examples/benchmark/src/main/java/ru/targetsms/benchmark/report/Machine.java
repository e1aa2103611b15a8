package ru.targetsms.benchmark.report;

/** Tells what the figures were measured on. */
public final class Machine {

    private Machine() {}

    /** Returns cores, Java, system and heap in one line. */
    public static String describe() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.availableProcessors() + " cores, Java " + Runtime.version() + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", heap "
                + runtime.maxMemory() / (1024 * 1024) + " MB";
    }
}
