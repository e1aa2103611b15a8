package ru.targetsms.simulator.gateway;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Searches phone, texts, senders, name of the mailing, client id and id. All words must occur, in any order and place,
 * whatever their case, in any alphabet; letter by letter, so that {@code е} is not {@code ё}. Words in quotes are one.
 * What looks like a phone is found however it is written.
 */
final class Search implements Predicate<StoredMessage> {

    private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"|[^\\s\"]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9() -]{5,}");

    private final List<Word> words;

    /** @param query null or blank finds everything */
    Search(String query) {
        String wanted =
                query == null ? "" : Normalizer.normalize(query, Form.NFC).strip();
        words = PHONE.matcher(wanted).matches()
                ? List.of(new Word(wanted))
                : WORD.matcher(wanted)
                        .results()
                        .map(word -> new Word(word.group(1) == null ? word.group() : word.group(1)))
                        .toList();
    }

    @Override
    public boolean test(StoredMessage message) {
        if (words.isEmpty()) {
            return true;
        }
        Content content = message.content();
        String numbers = message.phone() + "\n" + message.clientId() + "\n" + message.idMessage();
        List<String> texts = Stream.of(
                        content.textSms(),
                        content.textViber(),
                        content.senderSms(),
                        content.senderViber(),
                        content.nameDelivery())
                .filter(text -> text != null)
                .map(text -> Normalizer.normalize(text.replace("\\n", " "), Form.NFC))
                .toList();
        return words.stream().allMatch(word -> word.occurs(numbers, texts));
    }

    /** Is one word that must occur. */
    private static final class Word {

        private final Pattern letters;
        private final String digits;

        Word(String word) {
            letters = Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            digits = word.matches("[+0-9() -]+") ? word.replaceAll("[^0-9]", "") : "";
        }

        boolean occurs(String numbers, List<String> texts) {
            return !digits.isEmpty() && numbers.contains(digits)
                    || texts.stream().anyMatch(text -> letters.matcher(text).find());
        }
    }
}
