/** Remembers accepted messages until their last delivery report is done. */
package ru.targetsms.camel.tracking;
