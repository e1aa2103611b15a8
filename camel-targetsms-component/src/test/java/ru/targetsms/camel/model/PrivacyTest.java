package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is printed, it shows no phone, no text and no secret; a record added later is caught as well. */
class PrivacyTest {

    private static final String PHONE = "79001234567";
    private static final String TEXT = "Ваш код 4711";
    private static final String SECRET = "s3cr3t";
    private static final Content CONTENT = new Content(Map.of(MessageField.TEXT_SMS, TEXT));
    private static final TargetSmsMessage MESSAGE =
            TargetSmsMessage.builder().to(PHONE).textSms(TEXT).text(TEXT).build();
    private static final SendResult RESULT =
            SendResult.without(new Submission(null, 0, 0, CONTENT, PHONE, 1L), Outcome.REJECTED, TEXT);

    static Stream<Class<?>> records() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("ru.targetsms.camel").stream()
                        .filter(JavaClass::isRecord)
                        .map(JavaClass::reflect)
                        .filter(type ->
                                Arrays.stream(type.getRecordComponents()).anyMatch(PrivacyTest::isPrivate));
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_that_holds_something_private_hides_it_when_printed(Class<?> type) throws Exception {
        assertThat(canonical(type)
                        .newInstance(Arrays.stream(type.getRecordComponents())
                                .map(PrivacyTest::sample)
                                .toArray())
                        .toString())
                .doesNotContain(PHONE, TEXT, SECRET);
    }

    @Test
    void a_message_its_builder_and_its_checked_content_hide_everything_when_printed() {
        MessageRules.Checked checked =
                MessageRules.check(Map.of(MessageField.TEXT_SMS, TEXT), TEXT, ZoneId.of("Europe/Moscow"));

        assertThat(List.of(MESSAGE, TargetSmsMessage.builder().to(PHONE).textSms(TEXT), CONTENT, checked))
                .allSatisfy(value -> assertThat(value.toString()).doesNotContain(PHONE, TEXT));
    }

    @Test
    void the_exceptions_of_a_failed_send_show_neither_phones_nor_texts_of_their_results() {
        SendReport report = new SendReport(List.of(RESULT), List.of(MESSAGE), true);

        assertThat(List.of(
                        new InvalidMessageException(report),
                        new NotSentException("x", null, report),
                        new OutcomeUnknownException("x", null, report),
                        new MessagesRejectedException("x", report),
                        new DocumentRejectedException(
                                "x", TEXT + PHONE, DocumentRejectedException.Reason.OTHER, report)))
                .allSatisfy(failure -> assertThat(failure.toString()).doesNotContain(PHONE, TEXT));
    }

    private static boolean isPrivate(RecordComponent component) {
        return switch (component.getName()) {
            case "phone",
                    "text",
                    "gatewayText",
                    "password",
                    "token",
                    "username",
                    "content",
                    "results",
                    "remainder",
                    "message",
                    "messages",
                    "recipients" -> true;
            default -> false;
        };
    }

    private static Constructor<?> canonical(Class<?> type) throws NoSuchMethodException {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor;
    }

    private static Object sample(RecordComponent component) {
        String name = component.getName();
        Class<?> type = component.getType();
        if (type == String.class) {
            return switch (name) {
                case "phone" -> PHONE;
                case "text", "gatewayText" -> TEXT;
                case "password", "token", "username" -> name.equals("token") ? null : SECRET;
                default -> "x";
            };
        }
        if (type == List.class || type == Iterable.class) {
            return switch (name) {
                case "results" -> List.of(RESULT);
                case "remainder", "messages" -> List.of(MESSAGE);
                default -> List.of();
            };
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return samples().filter(type::isInstance).findFirst().orElseGet(() -> primitive(type));
    }

    private static Stream<Object> samples() {
        return Stream.of(
                CONTENT,
                MESSAGE,
                1L,
                1,
                URI.create("https://gateway.invalid"),
                ZoneId.of("Europe/Moscow"),
                Duration.ofSeconds(30),
                Instant.EPOCH,
                Map.of("proxyAuthPassword", SECRET));
    }

    private static Object primitive(Class<?> type) {
        return type == int.class ? (Object) 1 : type == long.class ? (Object) 1L : type == boolean.class ? true : null;
    }
}
