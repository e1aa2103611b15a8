/** The text of an SMS: its alphabet and its parts; plain Java, no I/O. */
@NullMarked
package ru.targetsms.camel.text;

import org.jspecify.annotations.NullMarked;
