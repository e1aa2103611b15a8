package ru.targetsms.simulator.assertion;

/** Hides the middle of a phone. */
final class Mask {

    private Mask() {}

    /** Returns a phone as it may be shown, for instance {@code 7900***4567}; of a short one less is left. */
    static String phone(String phone) {
        return phone.length() < 11
                ? "***" + phone.substring(Math.max(0, phone.length() - 2))
                : phone.substring(0, 4) + "***" + phone.substring(phone.length() - 4);
    }

    /** Returns a sender as it may be shown: some are phones. */
    static String sender(String sender) {
        return sender.matches("\\+?\\d{7,}") ? phone(sender) : sender;
    }
}
