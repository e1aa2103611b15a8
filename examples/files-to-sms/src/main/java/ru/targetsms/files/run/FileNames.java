package ru.targetsms.files.run;

import java.util.regex.Pattern;

/** Makes names fit for a log. */
final class FileNames {

    private static final Pattern PHONE = Pattern.compile("\\d{8,}(?=\\d{2})");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST = 60;

    private FileNames() {}

    /** Returns a name without control characters and without anything that may be a phone number. */
    static String forLog(String name) {
        String safe = CONTROL.matcher(PHONE.matcher(name).replaceAll("***")).replaceAll("?");
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "...";
    }
}
