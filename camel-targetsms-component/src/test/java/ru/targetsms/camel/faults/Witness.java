package ru.targetsms.camel.faults;

import java.util.function.LongSupplier;

/**
 * Counts how often a fault really acted (I7).
 *
 * @param fault what was to happen
 * @param fired how often it happened, as the side that does it says
 */
record Witness(String fault, LongSupplier fired) {}
