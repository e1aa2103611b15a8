/** Is one node: what a user would write. Any number of them share a Kafka topic and a delivery tracker. */
package ru.targetsms.scaleout.worker;
