/** Compares the component with what is written by hand today, in one JVM, against a lean gateway on loopback. */
package ru.targetsms.benchmark;
