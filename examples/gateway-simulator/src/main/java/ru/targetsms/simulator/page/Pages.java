package ru.targetsms.simulator.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import ru.targetsms.simulator.gateway.Simulator;

/** Makes the answers of every page: the template, what all pages show, and the headers that fence them in. */
final class Pages {

    /** The attribute of a request that holds the number of the last change the page has seen. */
    static final String CHANGE = Pages.class.getName() + ".change";

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** So many characters fit into the header of an answer, whoever filled in the form. */
    private static final int LONGEST_ADDRESS = 4000;

    private final Simulator simulator;
    private final Assets assets = new Assets();
    private final Templates templates = new Templates();

    Pages(Simulator simulator) {
        this.simulator = simulator;
    }

    /** Answers with a page in the reader's language. The model's values come on top of those every page has. */
    ServerResponse html(ServerRequest request, String template, Map<String, Object> model) {
        return html(HttpStatus.OK, request, template, model);
    }

    /** Answers that there is no such thing (any more), with a way back to the inbox. */
    ServerResponse missing(ServerRequest request) {
        return html(HttpStatus.NOT_FOUND, request, "missing", Map.of());
    }

    /** Answers a request that makes no sense. */
    ServerResponse refused(Throwable error) {
        return fenced(HttpStatus.BAD_REQUEST).contentType(TEXT).body(String.valueOf(error.getMessage()));
    }

    /** Sends the reader back to the page the form stood on, which it names as {@code back}. */
    static ServerResponse back(ServerRequest request) {
        return ServerResponse.seeOther(backTo(request)).build();
    }

    /** Returns where to go after a form: never to another host. */
    static URI backTo(ServerRequest request) {
        return request.param("back")
                .filter(path -> path.length() <= LONGEST_ADDRESS && path.matches("/([^/\\\\].*)?"))
                .flatMap(Pages::uri)
                .orElseGet(() -> URI.create(contextPath(request) + "/"));
    }

    Assets assets() {
        return assets;
    }

    boolean isEngineMade() {
        return templates.made();
    }

    ServerResponse html(HttpStatus status, ServerRequest request, String template, Map<String, Object> model) {
        Preferences preferences = Preferences.of(request);
        Map<String, Object> all = new HashMap<>();
        all.put("change", request.attribute(CHANGE).orElseThrow());
        all.put("unread", simulator.inbox().unread());
        all.put("faultsOn", simulator.faults().active().size());
        all.put("contextPath", contextPath(request));
        all.put("here", here(request));
        all.put("search", request.param("q").orElse(""));
        all.put("preferences", preferences);
        all.put("times", new Times(simulator.options().clock(), preferences.language()));
        all.put("assets", assets);
        all.putAll(model);
        return fenced(status).contentType(HTML).body(templates.render(template, preferences.language(), all));
    }

    private static ServerResponse.BodyBuilder fenced(HttpStatus status) {
        return ServerResponse.status(status)
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-store");
    }

    private static String here(ServerRequest request) {
        String query = request.uri().getRawQuery();
        return request.uri().getRawPath() + (query == null ? "" : "?" + query);
    }

    private static String contextPath(ServerRequest request) {
        return request.requestPath().contextPath().value();
    }

    private static Optional<URI> uri(String path) {
        try {
            return Optional.of(new URI(path));
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }
}
