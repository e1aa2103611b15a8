/** The two XML documents of the protocol as JAXB sees them. Nothing outside {@code gateway} knows these classes. */
package ru.targetsms.camel.gateway.wire;
