package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every page has around its content: headers, assets, language, theme. */
class PageFrameTest {

    private static final GatewaySimulator gateway = GatewaySimulator.start();
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    private final Client client = new Client(gateway.baseUrl());

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?q=x", "/?offset=x", "/faults", "/report", "/messages/5"})
    void everyPageIsFencedIn(String path) {
        Map<String, String> headers = Map.of(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                "X-Content-Type-Options",
                "nosniff",
                "Referrer-Policy",
                "same-origin",
                "Cross-Origin-Opener-Policy",
                "same-origin",
                "Cross-Origin-Resource-Policy",
                "same-origin",
                "Cache-Control",
                "no-store");

        HttpResponse<String> answer = client.get(path);

        assertThat(headers)
                .allSatisfy((name, value) ->
                        assertThat(answer.headers().allValues(name)).containsExactly(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/faults", "/report", "/messages/5"})
    void aPageNeedsNothingThatThePolicyForbids(String path) {
        assertThat(client.get(path).body())
                .doesNotContain("<style", " style=", "javascript:", "hx-on", "http://www.", "https://")
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern(" on[a-z]+=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/assets/app.js", "/assets/icon.svg", "/report.json", "/api/v1/messages", "/api/v1/messages/5"})
    void nothingIsTakenForAPageThatIsNone(String path) {
        assertThat(client.get(path).headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/report.json", "/api/v1/messages", "/api/v1/messages/5"})
    void noBrowserKeepsWhatWasSent(String path) {
        assertThat(client.get(path).headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void assetsAreKeptForAYearWhenTheAddressSaysWhichContentIsMeant() {
        List<String> assets = ASSET.matcher(client.get("/").body())
                .results()
                .map(MatchResult::group)
                .map(link -> link.split("\"")[1])
                .toList();

        assertThat(assets).hasSizeGreaterThanOrEqualTo(7).allSatisfy(path -> {
            HttpResponse<String> exact = client.get(path);
            assertThat(exact.statusCode()).isEqualTo(200);
            assertThat(exact.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
            assertThat(exact.headers().firstValue("Content-Type").orElseThrow())
                    .matches("text/css;.*|text/javascript;.*|image/svg\\+xml.*");
            assertThat(exact.body()).isNotBlank();
        });
        assertThat(client.get("/assets/base.css?v=old").headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/layout.html",
                "/assets/..%2ftexts.properties",
                "/assets/%2e%2e/texts.properties",
                "/assets/templates/inbox.html",
                "/assets/"
            })
    void nothingButAssetsIsServed(String path) {
        assertThat(client.get(path).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | en | Inbox",
                "de,fr;q=0.5              | en | Inbox",
                "ru                       | ru | Входящие",
                "ru-RU,ru;q=0.9,en;q=0.8  | ru | Входящие",
                "en-GB,ru;q=0.5           | en | Inbox",
                ";;;q=x                   | en | Inbox"
            })
    void theBrowserChoosesTheLanguage(String accepted, String language, String title) {
        assertThat(get("Accept-Language", accepted))
                .contains("<html lang=\"" + language + "\"", "<title>" + title + " ·");
    }

    @Test
    void aReaderChoosesLanguageAndThemeForGood() {
        HttpResponse<String> russian = preferences("lang=ru&back=/?q=x");
        assertThat(russian.statusCode()).isEqualTo(303);
        assertThat(russian.headers().firstValue("Location")).hasValue("/?q=x");
        assertThat(russian.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("targetsms-lang=ru;")
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=31536000");
        assertThat(preferences("theme=dark").headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("targetsms-theme=dark;");

        assertThat(get("Cookie", "targetsms-lang=ru; targetsms-theme=dark"))
                .contains("<html lang=\"ru\" data-theme=\"dark\">");
        assertThat(get("Cookie", "targetsms-lang=xx; targetsms-theme=\"><b>"))
                .contains("<html lang=\"en\" data-theme=\"system\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lang=de", "theme=pink"})
    void anUnknownLanguageOrThemeIsRefused(String preference) {
        assertThat(preferences(preference).statusCode()).isEqualTo(400);
    }

    @Test
    void aPageOfAnotherSiteCannotChangeAnythingOrListen() {
        assertThat(client.post("/messages/delete", new byte[0], "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Client.exchange(HttpRequest.newBuilder(URI.create(gateway.baseUrl() + "/events"))
                                .header("Origin", "http://evil.example"))
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> preferences(String fields) {
        return client.post(
                "/preferences",
                fields.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private static String get(String header, String value) {
        return Client.exchange(HttpRequest.newBuilder(URI.create(gateway.baseUrl() + "/"))
                        .header(header, value))
                .body();
    }
}
