package ru.targetsms.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import ru.targetsms.simulator.boot.SimulatorApplication;
import ru.targetsms.simulator.process.ForkedProgram;

/**
 * The pictures of the READMEs, taken from the program started with {@code --demo}: they must look like the pages of today.
 * With {@code -Dscreenshots.update=true} they are taken again.
 */
class PicturesBrowserTest {

    private static final Path COMMITTED = Path.of("../gateway-simulator/src/main/docs");
    private static final Path FRESH = Path.of("target/pictures");
    private static final int LARGEST = 200_000;

    /** Of 255, and of the picture on average: other fonts and times stay below 3, another theme is above 200. */
    private static final double SMALL = 6;

    @RegisterExtension
    private final Window window = new Window();

    @TempDir
    private Path folder;

    @Test
    void thePicturesLookLikeThePages() throws Exception {
        int port = ForkedProgram.freePort();
        Path console = folder.resolve("console.txt");
        try (ForkedProgram demo = new ForkedProgram(
                SimulatorApplication.class, console, List.of("-Xmx128m"), "--demo", "--server.port=" + port)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.readString(console).contains("Gateway simulator: "));
            Page page = window.open("http://localhost:" + port);

            check(page, "inbox.png");

            page.getByText("Курьер будет через 15 минут").first().click();
            assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("On the phone")))
                    .isVisible();
            check(page, "phone.png");
        }
    }

    private static void check(Page page, String name) throws IOException {
        Path fresh = FRESH.resolve(name);
        Path committed = COMMITTED.resolve(name);
        page.screenshot(new Page.ScreenshotOptions().setPath(fresh).setCaret(ScreenshotCaret.INITIAL));
        if (Boolean.getBoolean("screenshots.update")) {
            Files.createDirectories(COMMITTED);
            Files.write(committed, Files.readAllBytes(fresh));
        }
        assertThat(committed).isNotEmptyFile();
        assertThat(Files.size(committed)).isLessThan(LARGEST);
        assertThat(Picture.of(committed).differenceFrom(Picture.of(fresh)))
                .as("%s no longer looks like the page (%s); -Dscreenshots.update=true takes it again", committed, fresh)
                .isLessThan(SMALL);
    }
}
