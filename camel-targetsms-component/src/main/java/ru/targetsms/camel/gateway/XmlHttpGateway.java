package ru.targetsms.camel.gateway;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.targetsms.camel.gateway.HttpPoster.Phase;
import ru.targetsms.camel.gateway.HttpPoster.Posted;
import ru.targetsms.camel.gateway.Reply.Kind;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.DocumentRejectedException.Reason;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

/** Speaks the gateway's protocol: XML over HTTP POST, at the two addresses of the manual. */
public final class XmlHttpGateway implements Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(XmlHttpGateway.class);
    private static final String SEND = "/xml/message.php";
    private static final String STATUS = "/xml/state_message.php";

    private static final int BYTES_PER_RECIPIENT = 512;

    private final GatewaySettings settings;
    private final HttpPoster poster;
    private final XmlCodec codec;
    private final StateReader states;

    /**
     * Makes a gateway with an HTTP client of its own.
     *
     * @param deadlines ends requests that take longer than the settings allow; stays the caller's
     */
    public XmlHttpGateway(CamelContext camelContext, GatewaySettings settings, ScheduledExecutorService deadlines) {
        this.settings = settings;
        this.poster = new HttpPoster(camelContext, settings, deadlines);
        this.codec = new XmlCodec(camelContext);
        this.states = new StateReader(settings.zone());
    }

    @Override
    public Reply<List<SendResult>> send(List<Submission> document) {
        List<List<Submission>> messages = WireMessages.group(document);
        Request request = request();
        request.messages = messages.stream().map(WireMessages::of).toList();
        if (settings.dryRun()) {
            return dryRun(document, request);
        }
        return exchange(SEND, request, document.size(), response -> AnswerMatcher.match(document, messages, response));
    }

    @Override
    public Reply<List<DeliveryStatus>> status(List<String> ids) {
        if (!settings.hasCredentials()) {
            return Reply.answered(ids.stream().map(DeliveryStatus::unknown).toList());
        }
        Request request = request();
        request.ids = ids;
        return exchange(STATUS, request, ids.size(), response -> states.read(ids, response));
    }

    @Override
    public void close() {
        poster.close();
        codec.close();
    }

    private Request request() {
        Request request = new Request();
        String username = settings.username();
        String password = settings.password();
        if (username != null && password != null) {
            request.security = Request.Security.of(username, password);
        }
        return request;
    }

    /** Does everything but the POST. */
    private Reply<List<SendResult>> dryRun(List<Submission> document, Request request) {
        int bytes = codec.write(request, document.size() * BYTES_PER_RECIPIENT).length;
        LOG.info(
                "Dry run: a document of {} bytes with {} recipients is not sent to {}",
                bytes,
                document.size(),
                settings.host());
        return Reply.answered(document.stream()
                .map(recipient -> SendResult.without(recipient, Outcome.DRY_RUN, "dry run: not sent"))
                .toList());
    }

    private <T> Reply<T> exchange(String path, Request request, int recipients, Function<Response, T> read) {
        Posted posted = poster.post(
                path, codec.write(request, recipients * BYTES_PER_RECIPIENT), settings.maxResponseSize(recipients));
        Reply<T> reply = reply(posted, read);
        LOG.debug("{}{} with {} recipients or ids: {}", settings.host(), path, recipients, reply);
        return reply;
    }

    /** Reads what came of a POST: everything behind the network. */
    <T> Reply<T> reply(Posted posted, Function<Response, T> read) {
        if (posted.phase() == Phase.NOTHING_SENT) {
            return Reply.failed(Kind.NOT_SENT, settings.host() + ": " + posted.problem(), posted.cause());
        }
        try {
            Response response = trusted(posted);
            return response.error == null ? Reply.answered(read.apply(response)) : refused(response.error);
        } catch (UntrustedAnswerException e) {
            return untrusted(posted, e.problem());
        }
    }

    /** The body of an answer decides first, whatever the HTTP status. */
    private Response trusted(Posted posted) throws UntrustedAnswerException {
        if (posted.phase() != Phase.ANSWERED) {
            throw new UntrustedAnswerException(posted.problem());
        }
        Response response = codec.read(posted.body());
        if (response.error != null && !(response.messages.isEmpty() && response.states.isEmpty())) {
            throw new UntrustedAnswerException("the answer refuses the document and answers it as well");
        }
        return response;
    }

    private <T> Reply<T> refused(String text) {
        String problem = settings.host() + " refused the document: " + SafeText.of(text);
        return Reply.refused(Kind.REFUSED, text, GatewayTexts.reason(text), problem);
    }

    private <T> Reply<T> untrusted(Posted posted, String problem) {
        String status = posted.status() == 0 ? "" : "HTTP " + posted.status();
        String line = settings.host() + ": " + (status.isEmpty() ? "" : status + ", ") + problem;
        return switch (posted.status()) {
            case 401, 403 -> Reply.refused(Kind.REFUSED_BY_STATUS, status, Reason.AUTHENTICATION, line);
            case 413 ->
                Reply.refused(Kind.REFUSED_BY_STATUS, status, Reason.OTHER, line + "; a smaller batchSize may help");
            case 400, 404, 405, 415 -> Reply.refused(Kind.REFUSED_BY_STATUS, status, Reason.OTHER, line);
            default -> Reply.failed(Kind.UNKNOWN, line, posted.cause());
        };
    }
}
