package ru.targetsms.simulator.gateway;

import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes an answer of ours apart and puts it together otherwise. What it cannot do, it leaves as it is. */
final class AnswerParts {

    private static final Pattern MESSAGE = Pattern.compile("<message>.*?</message>", Pattern.DOTALL);
    private static final Pattern PART = Pattern.compile("<(information|state) .*?</\\1>", Pattern.DOTALL);

    private static final String EXTRA_RECIPIENT = "<information id_message=\"1\" client_id_message=\"\" id_sms=\"0\""
            + " id_viber=\"0\" phone=\"70000000099\" count_message=\"1\">send</information>";
    private static final String EXTRA_STATE = "<state id_message=\"1\" time_change_state=\"2026-01-01 00:00:00\""
            + " state_sms=\"deliver\" state_viber=\"send\" num_parts_sms=\"1\" price_sms=\"1.45\">deliver</state>";

    private AnswerParts() {}

    /** Turns the order of the messages round, and of the recipients or states in each. */
    static String reversed(String answer) {
        Matcher messages = MESSAGE.matcher(answer);
        String inside = messages.find()
                ? messages.replaceAll(message -> Matcher.quoteReplacement(reversed(message.group(), PART)))
                : reversed(answer, PART);
        return reversed(inside, MESSAGE);
    }

    /** Cuts the answer off after so many recipients or states; leaves one that has fewer as it is. */
    static String half(String answer, int count) {
        List<MatchResult> parts = parts(answer, PART);
        if (parts.isEmpty() || parts.size() < count) {
            return answer;
        }
        int end = count == 0 ? parts.get(0).start() : parts.get(count - 1).end();
        return answer.substring(0, end);
    }

    /** Leaves the first so many recipients or states out. */
    static String without(String answer, int count) {
        String left = answer;
        for (int i = 0; i < count; i++) {
            left = PART.matcher(left).replaceFirst("");
        }
        return left;
    }

    /** Puts a recipient or a state before the first one. */
    static String withExtra(String answer) {
        Matcher first = PART.matcher(answer);
        if (!first.find()) {
            return answer;
        }
        String extra = first.group(1).equals("state") ? EXTRA_STATE : EXTRA_RECIPIENT;
        return answer.substring(0, first.start()) + extra + answer.substring(first.start());
    }

    /** Gives an attribute of every recipient or state that has it another value. */
    static String withAttribute(String answer, String name, String value) {
        String written = value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        String attribute = Matcher.quoteReplacement(" " + name + "=\"" + written + "\"");
        return PART.matcher(answer)
                .replaceAll(part ->
                        Matcher.quoteReplacement(part.group().replaceFirst(" " + name + "=\"[^\"]*\"", attribute)));
    }

    /** Turns the order of parts round that stand side by side. */
    private static String reversed(String text, Pattern pattern) {
        List<MatchResult> parts = parts(text, pattern);
        if (parts.isEmpty()) {
            return text;
        }
        int start = parts.get(0).start();
        int end = parts.get(parts.size() - 1).end();
        Collections.reverse(parts);
        return text.substring(0, start)
                + parts.stream().map(MatchResult::group).collect(Collectors.joining())
                + text.substring(end);
    }

    private static List<MatchResult> parts(String text, Pattern pattern) {
        return pattern.matcher(text).results().collect(Collectors.toList());
    }
}
