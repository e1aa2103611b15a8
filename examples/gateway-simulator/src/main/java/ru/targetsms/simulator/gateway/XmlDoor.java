package ru.targetsms.simulator.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import ru.targetsms.simulator.model.MessageState;
import ru.targetsms.simulator.protocol.AnswerWriter;
import ru.targetsms.simulator.protocol.DocumentRefused;
import ru.targetsms.simulator.protocol.MessageAnswer;
import ru.targetsms.simulator.protocol.MessageElement;
import ru.targetsms.simulator.protocol.RequestReader;
import ru.targetsms.simulator.protocol.RequestText;
import ru.targetsms.simulator.protocol.SendDocument;
import ru.targetsms.simulator.protocol.StateAnswer;
import ru.targetsms.simulator.protocol.StateDocument;

/** Answers documents with documents: reads, lets the account in, asks the gateway, writes. */
final class XmlDoor {

    private final Accounts accounts;
    private final Gateway gateway;
    private final AnswerWriter writer;
    private final SimulatorOptions options;

    XmlDoor(Accounts accounts, Gateway gateway, AnswerWriter writer, SimulatorOptions options) {
        this.accounts = accounts;
        this.gateway = gateway;
        this.writer = writer;
        this.options = options;
    }

    /** Returns the answer; the gateway departs from its rules as ordered. */
    byte[] answer(Call call, Orders orders) {
        return answer(call, gateway, orders);
    }

    /** Returns the answer as it would have been, and accepts nothing. */
    byte[] pretend(Call call) {
        return answer(call, new Gateway(options), Orders.none(call));
    }

    /** Returns the messages that are asked to be sent; none when the document cannot be read. */
    List<MessageElement> messages(Call call) {
        try {
            return RequestReader.send(text(call)).messages();
        } catch (DocumentRefused e) {
            return List.of();
        }
    }

    /** Returns the ids that are asked for; none when the document cannot be read. */
    static List<String> ids(Call call) {
        try {
            return RequestReader.state(RequestText.of(call.header("Content-Type"), call.body()))
                    .ids();
        } catch (DocumentRefused e) {
            return List.of();
        }
    }

    private byte[] answer(Call call, Gateway asked, Orders orders) {
        try {
            return call.path().equals(Door.STATE) ? state(call) : send(call, asked, orders);
        } catch (DocumentRefused e) {
            asked.refused(e.getMessage());
            return writer.refused(e.getMessage());
        }
    }

    private byte[] send(Call call, Gateway asked, Orders orders) throws DocumentRefused {
        SendDocument document = RequestReader.send(text(call));
        Account account = accounts.admit(document.security(), call.header("Authorization"));
        asked.ledger().understood();
        List<MessageAnswer> answers = new ArrayList<>(document.messages().size());
        for (MessageElement message : document.messages()) {
            answers.add(asked.accept(account, message, orders));
        }
        asked.announce();
        return writer.sent(answers);
    }

    private byte[] state(Call call) throws DocumentRefused {
        StateDocument document = RequestReader.state(text(call));
        Account account = accounts.admit(document.security(), call.header("Authorization"));
        Function<String, MessageState> state = id -> gateway.state(account, id).orElse(null);
        return writer.states(document.ids().stream()
                .map(id -> new StateAnswer(id, state.apply(id)))
                .toList());
    }

    /** Returns the document; {@code Expect: 100-continue} would have cut a long one (R2). */
    private String text(Call call) throws DocumentRefused {
        if (call.header("Expect") != null || call.body().length > options.maxBody()) {
            throw DocumentRefused.malformed();
        }
        return RequestText.of(call.header("Content-Type"), call.body());
    }
}
