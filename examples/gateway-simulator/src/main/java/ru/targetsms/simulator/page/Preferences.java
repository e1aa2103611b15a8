package ru.targetsms.simulator.page;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Holds how a reader wants the pages: the language asked for by a cookie, else by the browser, else English; and light,
 * dark, or as the system has it.
 */
record Preferences(Locale language, String theme) {

    /** The first one is the default. */
    static final List<String> THEMES = List.of("system", "light", "dark");

    private static final String LANGUAGE_COOKIE = "targetsms-lang";
    private static final String THEME_COOKIE = "targetsms-theme";
    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

    static Preferences of(ServerRequest request) {
        Locale language =
                cookie(request, LANGUAGE_COOKIE).flatMap(Preferences::language).orElse(browser(request));
        String theme = cookie(request, THEME_COOKIE).filter(THEMES::contains).orElse(THEMES.get(0));
        return new Preferences(language, theme);
    }

    /**
     * Keeps the language, the theme or both for a year.
     *
     * @throws IllegalArgumentException when one of them is unknown
     */
    static ServerResponse keep(ServerRequest request) {
        ServerResponse.BodyBuilder answer = ServerResponse.seeOther(Pages.backTo(request));
        request.param("lang").ifPresent(word -> {
            Locale language = language(word).orElseThrow(() -> new IllegalArgumentException("No such language"));
            answer.cookie(cookie(LANGUAGE_COOKIE, language.getLanguage()));
        });
        request.param("theme").ifPresent(word -> {
            if (!THEMES.contains(word)) {
                throw new IllegalArgumentException("No such theme");
            }
            answer.cookie(cookie(THEME_COOKIE, word));
        });
        return answer.build();
    }

    private static Optional<Locale> language(String word) {
        return Texts.LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(word))
                .findFirst();
    }

    private static Locale browser(ServerRequest request) {
        try {
            Locale found = Locale.lookup(request.headers().acceptLanguage(), Texts.LANGUAGES);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    private static Optional<String> cookie(ServerRequest request, String name) {
        return Optional.ofNullable(request.cookies().getFirst(name)).map(Cookie::getValue);
    }

    private static Cookie cookie(String name, String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(YEAR);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }
}
