package ru.targetsms.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.targetsms.simulator.model.State;

class TextsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/ru/targetsms/simulator/page/templates");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.]*)[}(]");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\d)");

    private final Properties english = Texts.read("texts.properties");
    private final Properties russian = Texts.read("texts_ru.properties");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(new TreeSet<>(russian.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(parameters(russian, key)).as(key).isEqualTo(parameters(english, key)));
        assertThat(Stream.concat(english.values().stream(), russian.values().stream()))
                .noneSatisfy(text -> assertThat((String) text).isBlank());
    }

    @Test
    void everyTextATemplateNamesIsThere() throws IOException {
        try (Stream<Path> templates = Files.list(TEMPLATES)) {
            assertThat(templates.toList()).isNotEmpty().allSatisfy(template -> assertThat(keys(template))
                    .as(template.toString())
                    .isSubsetOf(english.stringPropertyNames()));
        }
    }

    @Test
    void noTemplateTakesAValueForAnythingButText() throws IOException {
        try (Stream<Path> templates = Files.list(TEMPLATES)) {
            assertThat(templates.toList()).isNotEmpty().allSatisfy(template -> assertThat(Files.readString(template))
                    .as(template.toString())
                    .doesNotContain("utext", "__${", "th:inline", "[[", "[("));
        }
    }

    @Test
    void everyStateAndEveryWayOfSendingHasAName() {
        assertThat(Arrays.stream(State.values()).map(state -> "common.state." + state.word()))
                .isSubsetOf(english.stringPropertyNames());
        assertThat(List.of("sms", "viber", "viber-sms", "sms-viber"))
                .allSatisfy(way -> assertThat(english).containsKey("common.channel." + way));
    }

    @ParameterizedTest
    @CsvSource({
        "1,1 часть,1 part",
        "2,2 части,2 parts",
        "5,5 частей,5 parts",
        "21,21 часть,21 parts",
        "24,24 части,24 parts"
    })
    void partsAreCountedAsEachLanguageDoes(int parts, String inRussian, String inEnglish) {
        assertThat(new Texts().text(Texts.RUSSIAN, "common.parts", parts)).isEqualTo(inRussian);
        assertThat(new Texts().text(Locale.ENGLISH, "common.parts", parts)).isEqualTo(inEnglish);
    }

    private static List<String> keys(Path template) throws IOException {
        return KEY.matcher(Files.readString(template))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static TreeSet<String> parameters(Properties texts, String key) {
        TreeSet<String> found = new TreeSet<>();
        PARAMETER.matcher(texts.getProperty(key)).results().forEach(match -> found.add(match.group(1)));
        return found;
    }
}
