/** The Camel component: endpoints, options, headers, and what producers of one account share. */
@NullMarked
package ru.targetsms.camel;

import org.jspecify.annotations.NullMarked;
