package ru.targetsms.files.progress;

/** Shows how far a file has come. */
public interface Progress extends AutoCloseable {

    /**
     * Takes note of what is done.
     *
     * @param bytes how much of the file has been read
     * @param messages how many messages have a result
     * @param counts the results, counted, in words
     */
    void at(long bytes, long messages, String counts);

    @Override
    void close();
}
