package ru.targetsms.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Is the Chromium of this machine, started once for all tests. It can reach nothing but this machine. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

    private final Playwright playwright = Playwright.create();
    private final Browser browser;

    private Chromium(Path executable) {
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    /**
     * Starts it.
     *
     * @throws TestAbortedException when there is none, and nobody has set {@code -Dbrowser.required=true}
     */
    static Chromium start() {
        Optional<Path> executable = find();
        if (executable.isEmpty()) {
            String message = "NOT CHECKED: no browser here. Install chromium, or name one with -Dbrowser=/path/to/it";
            if (Boolean.getBoolean("browser.required")) {
                throw new IllegalStateException(message);
            }
            System.getLogger(Chromium.class.getName()).log(System.Logger.Level.WARNING, message);
            throw new TestAbortedException(message);
        }
        return new Chromium(executable.get());
    }

    Browser browser() {
        return browser;
    }

    /** Ends it. */
    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> find() {
        String named = System.getProperty("browser", "");
        return (named.isEmpty() ? onPath() : Stream.of(Path.of(named)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> onPath() {
        String[] folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return NAMES.stream().flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)));
    }
}
