/** The text of an SMS: its alphabet and its parts; plain Java, no I/O. */
package ru.targetsms.camel.text;
