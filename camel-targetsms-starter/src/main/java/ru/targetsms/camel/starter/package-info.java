/** Spring Boot: typed properties and one auto-configuration. */
@NullMarked
package ru.targetsms.camel.starter;

import org.jspecify.annotations.NullMarked;
