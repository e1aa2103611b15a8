package ru.targetsms.camel.gateway;

import java.util.List;
import ru.targetsms.camel.model.Submission;

/** Writes recipients as they would go over the wire, for tests of other packages. */
public final class RequestDocument {

    private RequestDocument() {}

    /** Returns the document, without credentials. */
    public static byte[] of(List<Submission> recipients) {
        Request request = new Request();
        request.messages =
                WireMessages.group(recipients).stream().map(WireMessages::of).toList();
        return Wire.CODEC.write(request, 0);
    }
}
