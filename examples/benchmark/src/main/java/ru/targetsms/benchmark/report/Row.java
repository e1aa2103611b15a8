package ru.targetsms.benchmark.report;

import ru.targetsms.benchmark.contender.Contender;

/**
 * One line of the comparison.
 *
 * @param load how it is driven, e.g. {@code 4 callers}
 */
public record Row(Kind kind, String load, Contender contender) {

    /** Shows what it is, and how it is driven. */
    @Override
    public String toString() {
        return kind + ", " + load;
    }
}
