package ru.targetsms.benchmark;

import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import ru.targetsms.benchmark.contender.Sms;
import ru.targetsms.camel.model.ClientIds;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.MessageRules;
import ru.targetsms.camel.model.Phones;
import ru.targetsms.camel.model.TargetSmsMessage;
import ru.targetsms.camel.text.SmsText;

/** Measures with JMH what the component does with one message before anything else: pure steps, no network. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MessageSteps {

    private final ZoneId zone = ZoneId.of("Europe/Moscow");
    private Sms sms = Sms.number(1);
    private Map<MessageField, Object> fields =
            Map.of(MessageField.TEXT_SMS, sms.text(), MessageField.SENDER_SMS, Sms.SENDER);
    private Map<String, Object> map = Map.of("phone", sms.phone(), "text_sms", sms.text());

    /** A message from the builder. */
    @Benchmark
    public TargetSmsMessage build() {
        return TargetSmsMessage.builder()
                .to(sms.phone(), sms.clientIdMessage())
                .textSms(sms.text())
                .build();
    }

    /** A message from a map, as rows of a file or a database give it. */
    @Benchmark
    public TargetSmsMessage readMap() {
        return TargetSmsMessage.of(map);
    }

    /** The rules for fields (R6-R18). */
    @Benchmark
    public Object checkRules() {
        return MessageRules.check(fields, null, zone);
    }

    /** The digits of a phone (R19). */
    @Benchmark
    public String normalizePhone() {
        return Phones.digits(sms.phone());
    }

    /** A client id from a key (R20). */
    @Benchmark
    public long deriveClientId() {
        return ClientIds.derive("shop", "order-1", sms.phone(), 0);
    }

    /** The parts a text takes, for pacing. */
    @Benchmark
    public SmsText countParts() {
        return SmsText.of(sms.text());
    }
}
