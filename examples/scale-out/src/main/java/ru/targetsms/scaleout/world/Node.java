package ru.targetsms.scaleout.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ru.targetsms.scaleout.worker.Worker;

/** Is one place in the group, with a worker in a JVM of its own: another one after each kill. Thread safe. */
public final class Node implements AutoCloseable {

    private final String name;
    private final Path log;
    private final Map<String, String> settings;
    private Process process;
    private long thawed = System.nanoTime();
    private volatile Process ready;

    /**
     * Makes a node that does not run yet.
     *
     * @param log      gets what the workers log, one after the other
     * @param settings environment of the workers
     */
    public Node(String name, Path log, Map<String, String> settings) {
        this.name = name;
        this.log = log;
        this.settings = settings;
    }

    public String name() {
        return name;
    }

    /** Starts a worker. */
    public synchronized void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dworker.endsWithParent=true",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName());
        builder.environment().putAll(settings);
        Process started = builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process = started;
        Thread reader = new Thread(() -> awaitReady(started), name);
        reader.setDaemon(true);
        reader.start();
    }

    /** Kills the worker with SIGKILL and waits until it is gone. */
    public synchronized void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops the worker for a while with SIGSTOP; it goes on by itself, even when this program dies. */
    public synchronized void freeze(Duration duration) throws IOException {
        String pid = Long.toString(process.pid());
        String seconds = String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1e3);
        new ProcessBuilder(List.of("sh", "-c", "kill -STOP $0; sleep $1; kill -CONT $0", pid, seconds))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        thawed = System.nanoTime() + duration.toNanos();
    }

    /** Tells whether the worker's routes have started and it is not frozen. */
    public synchronized boolean isAtWork() {
        return process.isAlive() && ready == process && System.nanoTime() - thawed > 0;
    }

    /** Tells whether there is a worker, be it frozen or still starting. */
    public synchronized boolean isAlive() {
        return process.isAlive();
    }

    private void awaitReady(Process started) {
        try (BufferedReader output = started.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals("ready")) {
                    ready = started;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            kill();
        }
    }
}
