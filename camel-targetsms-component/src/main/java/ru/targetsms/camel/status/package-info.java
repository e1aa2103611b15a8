/** The status producer: asks for the state of message ids. */
package ru.targetsms.camel.status;
