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
final class XmlDoor implements Door {

    private final Accounts accounts;
    private final Gateway gateway;
    private final AnswerWriter writer;
    private final int maxBody;

    XmlDoor(Accounts accounts, Gateway gateway, AnswerWriter writer, int maxBody) {
        this.accounts = accounts;
        this.gateway = gateway;
        this.writer = writer;
        this.maxBody = maxBody;
    }

    @Override
    public byte[] answer(Call call) {
        try {
            return call.path().equals(STATE) ? state(call) : send(call);
        } catch (DocumentRefused e) {
            return writer.refused(e.getMessage());
        }
    }

    private byte[] send(Call call) throws DocumentRefused {
        gateway.ledger().posted();
        SendDocument document = RequestReader.send(text(call));
        Account account = accounts.admit(document.security(), call.header("Authorization"));
        gateway.ledger().understood();
        List<MessageAnswer> answers = new ArrayList<>(document.messages().size());
        for (MessageElement message : document.messages()) {
            answers.add(gateway.accept(account, message));
        }
        gateway.arrivals().announce();
        return writer.sent(answers);
    }

    private byte[] state(Call call) throws DocumentRefused {
        gateway.ledger().statePosted();
        StateDocument document = RequestReader.state(text(call));
        Account account = accounts.admit(document.security(), call.header("Authorization"));
        Function<String, MessageState> state = id -> gateway.state(account, id).orElse(null);
        return writer.states(document.ids().stream()
                .map(id -> new StateAnswer(id, state.apply(id)))
                .toList());
    }

    /** Returns the document; {@code Expect: 100-continue} would have cut a long one (R2). */
    private String text(Call call) throws DocumentRefused {
        if (call.header("Expect") != null || call.body().length > maxBody) {
            throw DocumentRefused.malformed();
        }
        return RequestText.of(call.header("Content-Type"), call.body());
    }
}
