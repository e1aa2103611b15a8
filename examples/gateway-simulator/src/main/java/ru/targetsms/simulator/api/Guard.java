package ru.targetsms.simulator.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Keeps other people's web pages, open in the same browser, away from the API and the pages: they cannot name a host of
 * their own that leads here, change anything, listen to the event stream, or send a body of more than 1 MB. What sends
 * no {@code Origin} and no {@code Sec-Fetch-Site} is no web page and passes. Thread safe.
 */
public final class Guard implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    /** The event stream, which tells phones to whoever listens: it is guarded as a change is. */
    public static final String EVENTS = "/events";

    /** Matched as the router matches: a path has more than one spelling. */
    private static final PathPattern STREAM = PathPatternParser.defaultInstance.parse(EVENTS);

    private static final int LONGEST_BODY = 1 << 20;
    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Set<HttpMethod> LOOKING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT);
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (!isHostKnown(request)) {
            return Json.refused(
                    HttpStatus.FORBIDDEN, "The Host of a request over loopback must be localhost, 127.0.0.1 or [::1]");
        }
        if (!isOwn(request) && (!LOOKING.contains(request.method()) || isStream(request))) {
            return Json.refused(HttpStatus.FORBIDDEN, "The request comes from another web site");
        }
        if (request.servletRequest().getContentLengthLong() > LONGEST_BODY) {
            return Json.refused(HttpStatus.PAYLOAD_TOO_LARGE, "The body is longer than 1 MB");
        }
        if (isLengthHidden(request)) {
            return Json.refused(HttpStatus.LENGTH_REQUIRED, "The body needs a Content-Length");
        }
        return next.handle(request);
    }

    /** Over loopback a foreign name can only be a trick; who opens another address gives it the names he likes. */
    private static boolean isHostKnown(ServerRequest request) {
        String host = header(request, "Host");
        return !isLoopback(request.servletRequest().getLocalAddr())
                || host != null && THIS_MACHINE.matcher(host).matches();
    }

    private static boolean isStream(ServerRequest request) {
        return STREAM.matches(request.requestPath().pathWithinApplication());
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static boolean isOwn(ServerRequest request) {
        String site = header(request, "Sec-Fetch-Site");
        if (site != null) {
            return OWN_SITES.contains(site);
        }
        String origin = header(request, "Origin");
        String own = request.servletRequest().getScheme() + "://" + header(request, "Host");
        return origin == null || origin.equalsIgnoreCase(own);
    }

    /** Browsers, curl and every HTTP client tell the length of a form or of JSON; HTTP/2 needs no header to hide it. */
    private static boolean isLengthHidden(ServerRequest request) {
        boolean framed = request.servletRequest().getProtocol().startsWith("HTTP/1.");
        return request.servletRequest().getContentLengthLong() < 0
                && (framed ? header(request, "Transfer-Encoding") != null : WITH_BODY.contains(request.method()));
    }

    private static String header(ServerRequest request, String name) {
        return request.headers().firstHeader(name);
    }
}
