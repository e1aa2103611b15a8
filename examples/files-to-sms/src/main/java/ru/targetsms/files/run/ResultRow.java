package ru.targetsms.files.run;

import java.util.List;
import ru.targetsms.camel.model.Outcome;

/**
 * One row of a results file.
 *
 * @param line the number of the input's line
 * @param phone the recipient
 * @param clientId the message's client id; empty when it has none
 * @param outcome what became of the message
 * @param idMessage the gateway's id; empty when it gave none
 * @param text the gateway's words, or the reason of the outcome
 */
record ResultRow(long line, String phone, String clientId, Outcome outcome, String idMessage, String text) {

    static final List<String> HEADER = List.of("line", "phone", "client_id_message", "outcome", "id_message", "text");

    List<String> fields() {
        return List.of(Long.toString(line), phone, clientId, outcome.name(), idMessage, text);
    }

    /** Names line and outcome only: phone and text are private. */
    @Override
    public String toString() {
        return "line " + line + ": " + outcome;
    }
}
