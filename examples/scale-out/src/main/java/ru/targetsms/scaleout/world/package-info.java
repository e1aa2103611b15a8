/** Is what nodes need around them: a gateway, a topic, a database; and the nodes themselves, as programs. */
package ru.targetsms.scaleout.world;
