package ru.targetsms.files.progress;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Chooses a bar where somebody looks at a terminal, and log lines elsewhere. */
public final class ProgressFactory {

    /** Begins to show the progress of a file of so many bytes. */
    public Progress start(String name, long size) {
        return onTerminal() ? new BarProgress(name, size) : new LogProgress(name, size, System::nanoTime);
    }

    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** Since JDK 22 there is a console without a terminal, too; JDK 17 cannot be asked and has none. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
