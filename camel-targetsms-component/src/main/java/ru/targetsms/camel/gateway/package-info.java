/** The gateway as an interface, and its implementation: XML (camel-jaxb) over HTTP (camel-http's client). */
@NullMarked
package ru.targetsms.camel.gateway;

import org.jspecify.annotations.NullMarked;
