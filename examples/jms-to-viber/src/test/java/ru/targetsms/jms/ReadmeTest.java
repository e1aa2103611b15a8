package ru.targetsms.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README names is there. */
class ReadmeTest {

    private static final Path SOURCES = Path.of("src/main/java/ru/targetsms/jms");

    private final String readme = read(Path.of("README.md"));

    @Test
    void itsRoutesAreThoseOfTheProgram() {
        String routes =
                withoutIndent(read(SOURCES.resolve("OrderRoutes.java")) + read(SOURCES.resolve("ReportRoutes.java")));

        assertThat(find("```java\n(.*?)```")).hasSize(2).allSatisfy(block -> assertThat(routes)
                .contains(withoutIndent(block)));
    }

    @Test
    void itsLinksLeadToFiles() {
        assertThat(find("\\]\\(([^)#:]+)\\)")).isNotEmpty().allSatisfy(link -> assertThat(Path.of(link))
                .exists());
    }

    @Test
    void itsOwnPropertiesExist() {
        List<String> known = Stream.concat(
                        Stream.of(JmsToViberProperties.class.getRecordComponents())
                                .map(RecordComponent::getName)
                                .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase()),
                        read(Path.of("src/main/resources/application.properties"))
                                .lines()
                                .filter(line -> line.startsWith("jms-to-viber."))
                                .map(line -> line.substring("jms-to-viber.".length(), line.indexOf('='))))
                .toList();

        assertThat(find("jms-to-viber\\.([a-z-]+)[=`} ]")).isNotEmpty().isSubsetOf(known);
    }

    private List<String> find(String regex) {
        return Pattern.compile(regex, Pattern.DOTALL)
                .matcher(readme)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutIndent(String text) {
        return text.replaceAll("\\s+", "");
    }
}
