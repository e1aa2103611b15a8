/** Measures the tracker of delivery reports on PostgreSQL. */
package ru.targetsms.benchmark.tracker;
