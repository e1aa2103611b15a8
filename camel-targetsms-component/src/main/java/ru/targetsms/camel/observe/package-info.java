/** What is told of the work: health, metrics, spans, JMX and the dev console. Never a phone, a text or a password. */
@NullMarked
package ru.targetsms.camel.observe;

import org.jspecify.annotations.NullMarked;
