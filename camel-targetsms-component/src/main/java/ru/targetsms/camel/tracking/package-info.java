/** Remembers accepted messages until their last delivery report is done. */
@NullMarked
package ru.targetsms.camel.tracking;

import org.jspecify.annotations.NullMarked;
