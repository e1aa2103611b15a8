/** The contenders: ways of sending the same messages. */
package ru.targetsms.benchmark.contender;
