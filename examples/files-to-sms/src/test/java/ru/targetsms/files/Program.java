package ru.targetsms.files;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import ru.targetsms.files.run.Folders;

/** The whole program, in this JVM, with a folder and a gateway of the test's own. */
final class Program implements AutoCloseable {

    private final Folders folders;
    private final ConfigurableApplicationContext context;

    private Program(Path base, ConfigurableApplicationContext context) {
        this.folders = new Folders(base);
        this.context = context;
    }

    /** Starts the program; the routes are those of the profile, {@code java} or {@code yaml}. */
    static Program start(Path base, String baseUrl, String profile, String... more) {
        return new Program(base, FilesToSmsApplication.start(arguments(base, baseUrl, profile, more)));
    }

    static String[] arguments(Path base, String baseUrl, String profile, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--files-to-sms.folder=" + base,
                "--files-to-sms.retry-delay=100",
                "--files-to-sms.longest-retry-delay=500",
                "--targetsms.simulator.enabled=false",
                "--camel.component.targetsms.base-url=" + baseUrl,
                "--spring.profiles.active=" + profile));
        if (List.of(more).stream().noneMatch(argument -> argument.startsWith("--files-to-sms.quiet="))) {
            arguments.add("--files-to-sms.quiet=50");
        }
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** Drops a file as the documentation advises: under another name first. */
    void drop(String name, String content) throws IOException {
        drop(folders, name, content);
    }

    static void drop(Folders folders, String name, String content) throws IOException {
        folders.create();
        Path unfinished = folders.inbox().resolve(name + ".part");
        Files.write(unfinished, content.getBytes(StandardCharsets.UTF_8));
        Files.move(unfinished, folders.inbox().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits until the program has moved the file, and returns its results. */
    Results resultsOnceIn(Path folder, String name) throws IOException {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Files.exists(folder.resolve(name)) && noJournal());
        return Results.of(folders.results(name));
    }

    Results resultsOnceDone(String name) throws IOException {
        return resultsOnceIn(folders.done(), name);
    }

    Results resultsOnceFailed(String name) throws IOException {
        return resultsOnceIn(folders.failed(), name);
    }

    Folders folders() {
        return folders;
    }

    @Override
    public void close() {
        context.close();
    }

    private boolean noJournal() throws IOException {
        try (var files = Files.list(folders.outbox())) {
            return files.noneMatch(file -> file.toString().endsWith(".journal"));
        }
    }
}
