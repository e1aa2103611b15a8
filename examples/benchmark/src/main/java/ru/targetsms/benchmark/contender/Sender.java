package ru.targetsms.benchmark.contender;

/** Sends some messages in one call, and returns when their answer was read. Safe for several threads. */
public interface Sender extends AutoCloseable {

    /** Returns how many messages one call sends. */
    int size();

    /**
     * Sends messages.
     *
     * @param first number of the first, a multiple of the size
     * @return how many were accepted
     * @throws Exception when anything fails: a benchmark has no second try
     */
    int send(long first) throws Exception;

    @Override
    default void close() throws Exception {
        // Nothing is held.
    }
}
