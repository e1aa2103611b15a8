/** Figures of a run: measured, compared, printed and drawn. */
package ru.targetsms.benchmark.report;
