/** The send producer: exchange, messages, documents, results, exchange. */
package ru.targetsms.camel.send;
