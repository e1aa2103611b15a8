package ru.targetsms.simulator.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** Holds what the pages say, in each language they speak: {@code texts.properties} and {@code texts_ru.properties}. */
final class Texts extends AbstractMessageResolver {

    static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    /** The first one is spoken to those who understand neither. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, RUSSIAN);

    private final Map<Locale, Properties> texts =
            Map.of(Locale.ENGLISH, read("texts.properties"), RUSSIAN, read("texts_ru.properties"));

    @Override
    public String resolveMessage(ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
        return text(context.getLocale(), key, parameters);
    }

    /** Shows a key that has no text, so that the mistake is seen. */
    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
        return "??" + key + "??";
    }

    /** Returns a text, null when there is none. Only a text with parameters is a pattern of {@link MessageFormat}. */
    String text(Locale language, String key, Object... parameters) {
        String text = texts.get(language).getProperty(key);
        return text == null || parameters == null || parameters.length == 0
                ? text
                : new MessageFormat(text, language).format(parameters);
    }

    static Properties read(String name) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(Texts.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
