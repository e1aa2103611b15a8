package ru.targetsms.simulator.protocol;

import java.util.List;

/**
 * Holds a request to {@code message.php}.
 *
 * @param security null when the document has none (R32)
 */
public record SendDocument(Credentials security, List<MessageElement> messages) {}
