package ru.targetsms.files.run;

import java.util.regex.Pattern;

/** Makes names and sentences fit for a log. */
final class ForLog {

    private static final Pattern PHONE = Pattern.compile("\\d{8,}(?=\\d{2})");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 300;

    private ForLog() {}

    /** Returns a name without control characters and without anything that may be a phone number. */
    static String name(String name) {
        return text(PHONE.matcher(name).replaceAll("***"), LONGEST_NAME);
    }

    /** Returns a sentence that holds nothing private, on one line and not too long. */
    static String text(String text) {
        return text(String.valueOf(text), LONGEST_TEXT);
    }

    private static String text(String text, int longest) {
        String line = CONTROL.matcher(text).replaceAll("?");
        return line.length() <= longest ? line : line.substring(0, longest) + "...";
    }
}
