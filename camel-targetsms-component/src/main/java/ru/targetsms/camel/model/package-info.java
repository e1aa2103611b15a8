/** Messages, results, states, exceptions and the protocol's rules: plain Java, no I/O. */
@NullMarked
package ru.targetsms.camel.model;

import org.jspecify.annotations.NullMarked;
