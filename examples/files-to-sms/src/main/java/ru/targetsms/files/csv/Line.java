package ru.targetsms.files.csv;

/**
 * One line of a file: its text, or what is wrong with it.
 *
 * @param number the line's number in the file, from 1
 * @param text the line without its end; null when it cannot be read
 * @param problem why it cannot be read; null when it can
 */
record Line(long number, String text, String problem) {

    @Override
    public String toString() {
        return "line " + number;
    }
}
