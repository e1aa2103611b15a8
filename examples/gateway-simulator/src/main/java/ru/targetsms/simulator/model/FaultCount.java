package ru.targetsms.simulator.model;

/**
 * Counts what a fault did in a run.
 *
 * @param action its word, for instance {@code half_answer}
 * @param matched requests that fitted
 * @param fired how often it really acted
 */
public record FaultCount(long id, String action, long matched, long fired) {}
