package ru.targetsms.simulator.model;

import java.util.List;

/**
 * Holds one page of the inbox.
 *
 * @param messages newest first
 * @param offset how many newer ones that fit the search come before
 * @param total how many messages fit the search
 * @param kept how many messages are kept
 * @param unread how many of those kept nobody has opened
 */
public record InboxPage(List<ReceivedMessage> messages, int offset, int total, int kept, int unread) {}
