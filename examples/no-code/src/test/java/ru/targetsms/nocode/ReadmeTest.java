package ru.targetsms.nocode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows and names is there. */
class ReadmeTest {

    @Test
    void itsRoutesAreThoseOfTheProgram() throws IOException {
        String routes = Files.readString(Path.of("src/main/resources/camel/sms.camel.yaml"));

        assertThat(Files.readString(Path.of("README.md"))).contains("```yaml\n" + routes + "```");
    }

    @Test
    void itsLinksLeadToFiles() throws IOException {
        assertThat(Pattern.compile("\\]\\(([^)#:]+)[)#]")
                        .matcher(Files.readString(Path.of("README.md")))
                        .results()
                        .map((MatchResult link) -> Path.of(link.group(1))))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).exists());
    }
}
