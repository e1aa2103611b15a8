/** The gateway as an interface, and its implementation: XML (camel-jaxb) over HTTP (camel-http's client). */
package ru.targetsms.camel.gateway;
