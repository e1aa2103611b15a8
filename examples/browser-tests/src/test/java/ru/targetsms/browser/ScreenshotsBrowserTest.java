package ru.targetsms.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.targetsms.simulator.GatewaySimulator;

/**
 * Every page in both languages and themes, wide and narrow: kept in {@code target/screenshots}, and looked at by axe,
 * which knows what a reader with a keyboard, a screen reader or weak eyes needs.
 */
class ScreenshotsBrowserTest {

    private static final Path FOLDER = Path.of("target/screenshots");

    @RegisterExtension
    private static final GatewaySimulator gateway = GatewaySimulator.start();

    @RegisterExtension
    private final Window window = new Window();

    @ParameterizedTest
    @CsvSource({"en,light,1280", "ru,light,1280", "en,dark,1280", "ru,dark,1280", "ru,light,360", "en,dark,360"})
    void everyPageCanBeReadByEverybody(String language, String theme, int width) {
        Site site = Site.of(gateway);
        Page page = window.open(gateway.baseUrl(), new Browser.NewContextOptions().setViewportSize(width, 800));
        Site.choose(page, gateway.baseUrl(), language, theme);

        List<String> violations = new ArrayList<>();
        site.addresses().forEach((name, address) -> {
            page.navigate(address);
            Path picture = FOLDER.resolve("%s-%s-%s-%d.png".formatted(name, language, theme, width));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(picture)
                    .setFullPage(true)
                    .setCaret(ScreenshotCaret.INITIAL));
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo(theme);
            new AxeBuilder(page).setLegacyMode(true).analyze().getViolations().forEach(rule -> rule.getNodes()
                    .forEach(node -> violations.add(name + ": " + rule.getHelp() + ": " + node.getTarget())));
        });

        assertThat(violations).isEmpty();
    }
}
