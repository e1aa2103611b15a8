/** The status producer: asks for the state of message ids. */
@NullMarked
package ru.targetsms.camel.status;

import org.jspecify.annotations.NullMarked;
