/** Starts a world, lets it work, kills and freezes its nodes, and judges what came of it. */
package ru.targetsms.scaleout;
