package ru.targetsms.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guides and the reference page: what they point at is there, and what they show was compiled and run. */
class GuidesTest {

    private static final Path DOCS = Path.of("src/main/docs");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)|link:([^\\[#]+)(?:#[^\\[]*)?\\[");
    private static final Pattern SNIPPET =
            Pattern.compile("(?s)```java\n(.*?)```|\\[source,java]\n----\n(.*?)\n----\n");

    static List<Path> guides() {
        return Stream.of(".md", ".adoc")
                .flatMap(ending -> files(DOCS, ending).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everyLinkLeadsToAFile(Path guide) {
        List<String> links = matches(LINK, guide);

        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(guide.getParent().resolve(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everySnippetStandsInATest(Path guide) {
        List<String> tests = files(Path.of("src/test/java"), ".java").stream()
                .map(GuidesTest::read)
                .map(GuidesTest::squeezed)
                .toList();

        assertThat(matches(SNIPPET, guide)).isNotEmpty().allSatisfy(snippet -> assertThat(tests)
                .anySatisfy(test -> assertThat(test).contains(squeezed(snippet))));
    }

    @Test
    void everyRowOfTheFaultMatrixIsAccountedFor() {
        String guide = read(DOCS.resolve("guarantees.md"));

        assertThat(IntStream.rangeClosed(1, 41))
                .allSatisfy(row -> assertThat(guide).contains("| F" + row + " |"));
    }

    private static List<String> matches(Pattern pattern, Path file) {
        return pattern.matcher(read(file))
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .toList();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
