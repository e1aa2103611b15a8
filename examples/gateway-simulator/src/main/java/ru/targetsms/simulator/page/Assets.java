package ru.targetsms.simulator.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Serves the style sheets, scripts and pictures of the pages: those named here, and nothing else. */
final class Assets {

    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final Map<String, String> PLACES = Map.of(
            "base.css", "assets/base.css",
            "detail.css", "assets/detail.css",
            "faults.css", "assets/faults.css",
            "app.js", "assets/app.js",
            "icon.svg", "assets/icon.svg",
            "htmx.js", WEBJARS + "htmx.org/2.0.7/dist/htmx.min.js",
            "sse.js", WEBJARS + "htmx-ext-sse/2.2.2/sse.js");
    private static final Map<String, MediaType> TYPES = Map.of(
            "css", new MediaType("text", "css", StandardCharsets.UTF_8),
            "js", new MediaType("text", "javascript", StandardCharsets.UTF_8),
            "svg", new MediaType("image", "svg+xml"));
    private static final int HASH_LENGTH = 16;

    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    /** Returns the path of an asset, which is another one as soon as its content is. */
    public String path(String name) {
        return "/assets/" + name + "?v=" + asset(name).hash();
    }

    /** Answers with one asset, to be kept for a year when its address says which content is meant. */
    ServerResponse one(ServerRequest request) {
        String name = request.pathVariable("name");
        if (!PLACES.containsKey(name)) {
            return ServerResponse.notFound().build();
        }
        Asset asset = asset(name);
        boolean exact = request.param("v").filter(asset.hash()::equals).isPresent();
        return ServerResponse.ok()
                .contentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                .header("Cache-Control", exact ? "public, max-age=31536000, immutable" : "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(asset.bytes());
    }

    private Asset asset(String name) {
        return read.computeIfAbsent(name, key -> read(PLACES.get(key)));
    }

    private static Asset read(String place) {
        try (InputStream in = Assets.class.getResourceAsStream(place)) {
            byte[] bytes = in.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Asset(bytes, HexFormat.of().formatHex(hash).substring(0, HASH_LENGTH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Asset(byte[] bytes, String hash) {}
}
