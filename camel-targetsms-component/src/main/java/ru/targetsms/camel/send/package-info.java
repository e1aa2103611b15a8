/** The send producer: exchange, messages, documents, results, exchange. */
@NullMarked
package ru.targetsms.camel.send;

import org.jspecify.annotations.NullMarked;
