package ru.targetsms.simulator.protocol;

import java.util.List;

/**
 * Holds a request to {@code state_message.php} (R25).
 *
 * @param security null when the document has none (R32)
 */
public record StateDocument(Credentials security, List<String> ids) {}
