package ru.targetsms.camel.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Makes one POST with camel-http's client, and knows afterwards how far it came. Own headers only, one total deadline,
 * a size cap; no retry, redirect, cookie or decompression underneath (F23, F25, F27, F30). Safe for several threads.
 */
final class HttpPoster implements Closeable {

    private static final byte[] NO_BODY = {};
    private static final String CONTENT_TYPE = "text/xml; charset=utf-8";

    private final GatewaySettings settings;
    private final CamelHttpClient client;
    private final ScheduledExecutorService deadlines;

    HttpPoster(CamelContext camelContext, GatewaySettings settings, ScheduledExecutorService deadlines) {
        this.settings = settings;
        this.client = new CamelHttpClient(camelContext, settings);
        this.deadlines = deadlines;
    }

    /** How far a POST came. */
    enum Phase {
        /** Not a byte of the document left. */
        NOTHING_SENT,
        /** Some or all of the document left, and the answer is missing or incomplete. */
        BYTES_LEFT,
        /** The whole answer was read. */
        ANSWERED
    }

    /**
     * How a POST ended.
     *
     * @param status  HTTP status, 0 when none was read
     * @param body    the whole answer, empty unless {@link Phase#ANSWERED}
     * @param problem what went wrong, empty when answered
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Posted(Phase phase, int status, byte[] body, String problem, @Nullable Throwable cause) {

        static Posted answered(int status, byte[] body) {
            return new Posted(Phase.ANSWERED, status, body, "", null);
        }

        static Posted failed(Phase phase, int status, String problem, @Nullable Throwable cause) {
            return new Posted(phase, status, NO_BODY, problem, cause);
        }
    }

    /** Posts a document (R1, R2, R32). */
    Posted post(String path, byte[] document, int maxResponseSize) {
        OutgoingDocument entity = new OutgoingDocument(document, CONTENT_TYPE);
        HttpPost post = new HttpPost(settings.address(path));
        post.setEntity(entity);
        if (settings.token() != null) {
            post.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.token());
        }
        AtomicBoolean late = new AtomicBoolean();
        Future<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    post.cancel();
                },
                settings.requestTimeout().toMillis(),
                TimeUnit.MILLISECONDS);
        int status = 0;
        try (ClassicHttpResponse response = client.execute(post, HttpClientContext.create())) {
            status = response.getCode();
            if (!entity.hasLeft()) {
                return Posted.failed(Phase.NOTHING_SENT, status, "a proxy answered HTTP " + status, null);
            }
            return Posted.answered(status, read(post, response.getEntity(), maxResponseSize));
        } catch (TooLargeException e) {
            return Posted.failed(Phase.BYTES_LEFT, status, TooLargeException.problem(maxResponseSize), null);
        } catch (IOException | RuntimeException e) {
            Phase phase = entity.hasLeft() ? Phase.BYTES_LEFT : Phase.NOTHING_SENT;
            String problem = late.get()
                    ? "no complete answer within " + settings.requestTimeout().toMillis() + " ms"
                    : NetworkProblem.describe(e);
            return Posted.failed(phase, status, problem, e);
        } finally {
            deadline.cancel(false);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** Reads the whole answer. Of one that is too large the rest stays unread: closing alone would read it to its end. */
    private static byte[] read(HttpPost post, @Nullable HttpEntity entity, int most) throws IOException {
        if (entity == null) {
            return NO_BODY;
        }
        InputStream content = entity.getContent();
        byte[] body = content.readNBytes(most);
        if (content.read() != -1) {
            post.cancel();
            throw new TooLargeException(most);
        }
        return body;
    }

    private static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        private TooLargeException(int most) {
            super(problem(most));
        }

        private static String problem(int most) {
            return "the answer is larger than " + most + " bytes";
        }
    }
}
