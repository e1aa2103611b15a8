package ru.targetsms.benchmark.contender;

/** Sends as much as it can while a quota lasts. Used by one thread. */
public interface Contender extends AutoCloseable {

    /**
     * Sends until the quota is over, and returns when every answer was read.
     *
     * @return how many messages were accepted
     * @throws Exception when anything fails: a benchmark has no second try
     */
    long send(Quota quota) throws Exception;
}
