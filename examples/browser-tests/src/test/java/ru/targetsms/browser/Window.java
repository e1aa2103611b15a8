package ru.targetsms.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Gives each test a browser window that knows nothing of the others, and fails the test when the page complained: see
 * {@link Watch}. What a failed test saw is in {@code target/failures}.
 */
final class Window implements BeforeEachCallback, AfterEachCallback {

    private static final Path FAILURES = Path.of("target/failures");

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final Watch watch = new Watch();
    private Chromium chromium;

    @Override
    public void beforeEach(ExtensionContext test) {
        chromium = test.getRoot()
                .getStore(Namespace.create(Chromium.class))
                .getOrComputeIfAbsent("chromium", key -> new Shared(Chromium.start()), Shared.class)
                .chromium();
    }

    /** Opens a window of 1280 x 800 at the address, which is also where relative addresses begin. */
    Page open(String baseUrl) {
        return open(baseUrl, new Browser.NewContextOptions());
    }

    /** Opens a window with settings of its own. */
    Page open(String baseUrl, Browser.NewContextOptions options) {
        if (options.viewportSize == null) {
            options.setViewportSize(1280, 800);
        }
        if (options.locale == null) {
            options.setLocale("en-GB");
        }
        BrowserContext context = chromium.browser().newContext(options.setBaseURL(baseUrl));
        context.setDefaultTimeout(10_000);
        contexts.add(context);
        Page page = context.newPage();
        watch.over(page, baseUrl);
        page.navigate("/");
        return page;
    }

    /** Returns what the pages complained about so far, and forgets it. */
    List<String> complaints() {
        return watch.take();
    }

    /** Tells whether a complaint so far has these words. */
    boolean complained(String words) {
        return watch.heard(words);
    }

    /** Says yes to the next question that a page asks. */
    void sayYes() {
        watch.sayYes();
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        List<String> complaints = watch.take();
        if (!complaints.isEmpty() || test.getExecutionException().isPresent()) {
            keep(test.getRequiredTestClass().getSimpleName() + "."
                    + test.getRequiredTestMethod().getName());
        }
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        assertThat(complaints).as("complaints of the page").isEmpty();
    }

    private void keep(String name) throws IOException {
        Files.createDirectories(FAILURES);
        int number = 0;
        for (BrowserContext context : contexts) {
            for (Page page : context.pages()) {
                number++;
                Path picture = FAILURES.resolve(name + "-" + number + ".png");
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(picture)
                        .setFullPage(true)
                        .setCaret(ScreenshotCaret.INITIAL));
                Files.writeString(FAILURES.resolve(name + "-" + number + ".html"), page.content());
            }
        }
    }

    /** Lets JUnit close the browser after the last test. */
    private record Shared(Chromium chromium) implements ExtensionContext.Store.CloseableResource {

        @Override
        public void close() {
            chromium.close();
        }
    }
}
