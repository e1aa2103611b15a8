package ru.targetsms.simulator.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Is a program in a JVM of its own, with the class path of this one: one that a test can kill. It does not outlive the
 * JVM that started it. The JVM is made to start quickly, not to run for long.
 */
public final class ForkedProgram implements AutoCloseable {

    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;

    /**
     * Starts it.
     *
     * @param program    the class with its {@code main}
     * @param log        what it prints is added here
     * @param jvmOptions options of the JVM, for instance {@code -Xmx96m}
     */
    public ForkedProgram(Class<?> program, Path log, List<String> jvmOptions, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK_START);
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(ForkedProgram.class.getName(), program.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Runs in the other JVM the program that the first argument names. */
    public static void main(String[] args) throws ReflectiveOperationException {
        ProcessHandle test = ProcessHandle.current().parent().orElseThrow();
        test.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 1, args.length));
    }

    /** Returns a port that was free a moment ago. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Tells whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits so many milliseconds at most and returns whether it has ended. */
    public boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Returns the status it ended with. */
    public int exitValue() {
        return process.exitValue();
    }

    /** Ends it at once, as a power cut would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends it as Ctrl-C would, and waits. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** Kills it. */
    @Override
    public void close() {
        kill();
    }
}
