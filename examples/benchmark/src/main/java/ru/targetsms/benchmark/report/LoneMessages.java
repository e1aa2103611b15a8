package ru.targetsms.benchmark.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import ru.targetsms.benchmark.contender.Quota;
import ru.targetsms.benchmark.contender.Sender;

/** Measures single messages one after the other, the contenders in turns. */
public final class LoneMessages {

    private final Map<Kind, Sender> senders;

    /** Measures these senders, each of which sends one message in a call. */
    public LoneMessages(Map<Kind, Sender> senders) {
        this.senders = new TreeMap<>(senders);
    }

    /** Measures so many rounds, after one to warm up; a sender has the time given in each. */
    public List<LoneFigure> measure(int rounds, Duration time) throws Exception {
        Map<Kind, LongStream.Builder> durations = new TreeMap<>();
        senders.keySet().forEach(kind -> durations.put(kind, LongStream.builder()));
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<Kind, Sender> each : senders.entrySet()) {
                LongStream.Builder into = round == 0 ? LongStream.builder() : durations.get(each.getKey());
                send(each.getValue(), Quota.of(time), into);
            }
        }
        List<LoneFigure> figures = new ArrayList<>();
        durations.forEach(
                (kind, nanos) -> figures.add(LoneFigure.of(kind, nanos.build().toArray())));
        return figures;
    }

    private static void send(Sender sender, Quota quota, LongStream.Builder durations) throws Exception {
        for (long number = quota.take(1); number >= 0; number = quota.take(1)) {
            long start = System.nanoTime();
            int accepted = sender.send(number);
            durations.add(System.nanoTime() - start);
            if (accepted != 1) {
                throw new IllegalStateException("a lone message was not accepted");
            }
        }
    }
}
