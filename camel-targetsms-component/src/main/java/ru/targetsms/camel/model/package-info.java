/** Messages, results, states, exceptions and the protocol's rules: plain Java, no I/O. */
package ru.targetsms.camel.model;
