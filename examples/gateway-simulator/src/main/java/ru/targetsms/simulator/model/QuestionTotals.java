package ru.targetsms.simulator.model;

/**
 * Sums up the questions for states since the start or the last reset.
 *
 * @param ids ids in all questions
 * @param distinctIds different ids asked for at least once
 * @param overlapping how often an id was asked for while an earlier question for it was not answered yet; twice in one
 *     question counts, too
 * @param mostIds ids in the longest question
 */
public record QuestionTotals(long ids, long distinctIds, long overlapping, long mostIds) {}
