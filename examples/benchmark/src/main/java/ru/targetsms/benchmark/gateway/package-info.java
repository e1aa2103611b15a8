/** A gateway that costs as little as possible: its CPU is shared with the contenders. */
package ru.targetsms.benchmark.gateway;
