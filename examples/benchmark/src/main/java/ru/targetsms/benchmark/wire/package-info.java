/** The protocol's documents as JAXB classes of the benchmark's own: it shares none with the component. */
package ru.targetsms.benchmark.wire;
