package ru.targetsms.camel.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.model.DuplicateAnswer;
import ru.targetsms.simulator.proxy.Toxic;

/**
 * Is a random mix of messages and of what goes wrong with them (rows 5-16, 18, 21, 25, 26 and 36): the same for the same
 * seed, whatever the threads do with it.
 *
 * @param bodies what the route is fed with, in this order
 * @param faults what the gateway does
 * @param toxics what the network does, by the body before which it begins
 * @param stopAfter body after which the context is stopped, null for never
 */
record SeededPlan(
        long seed,
        Ids ids,
        int batchSize,
        int maxConcurrentRequests,
        Duration batchLinger,
        int queueCapacity,
        int callers,
        List<Body> bodies,
        List<Fault> faults,
        Map<Integer, Trouble> toxics,
        Integer stopAfter) {

    static final int MESSAGES = 50;

    /** Time for one POST while things go wrong. */
    static final Duration DEADLINE = Duration.ofMillis(250);

    private static final List<Function<Random, Fault>> GATEWAY = List.of(
            r -> Fault.dropAfterAccept(),
            r -> Fault.dropBeforeAccept(),
            r -> Fault.delay(late(r)),
            r -> Fault.delayBeforeAccept(late(r)),
            r -> Fault.drip(Duration.ofMillis(20)),
            r -> Fault.truncated(),
            r -> Fault.malformedChunk(),
            r -> Fault.garbage(),
            r -> maybe(r, Fault.empty()),
            r -> maybe(r, Fault.htmlPage()),
            r -> maybe(r, Fault.json()),
            r -> maybe(r, Fault.otherRoot()),
            r -> Fault.halfAnswer(1 + r.nextInt(3)),
            r -> Fault.reordered(),
            r -> Fault.missing(1 + r.nextInt(3)),
            r -> Fault.extra(),
            r -> Fault.gatewayError(r.nextBoolean() ? "Аккаунт заблокирован" : "Иная причина"),
            r -> Fault.duplicateAnswer(DuplicateAnswer.values()[r.nextInt(3)]),
            r -> Fault.status(r.nextBoolean() ? 429 : 503).retryAfter(String.valueOf(r.nextInt(100) - 10)),
            r -> maybe(r, Fault.status(500 + 2 * r.nextInt(3))));

    private static final List<IntFunction<Trouble>> NETWORK = List.of(
            n -> new Trouble("reset request at " + (300 + n), Toxic.resetAfterRequestBytes(300 + n)),
            n -> new Trouble("close idle", Toxic.closeIdle()),
            n -> new Trouble("cut answer at " + n, Toxic.limitAnswer(n)),
            n -> new Trouble("reset answer at " + n, Toxic.resetAfterAnswerBytes(n)),
            n -> new Trouble("silence", Toxic.blackhole()));

    /** What is handed to the route at once: one message, several recipients of one message, or a list. */
    record Body(List<Sms> messages, Object value) {

        @Override
        public String toString() {
            return (value instanceof List ? "list of " : "message to ") + messages.size();
        }
    }

    /** What the network does, with a name for the plan's print. */
    record Trouble(String name, Toxic toxic) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Draws a plan. Refusals come first: nobody the gateway has accepted is refused later. */
    static SeededPlan of(long seed) {
        Random random = new Random(seed);
        Ids ids = random.nextInt(3) < 2 ? Ids.WITH_IDS : Ids.WITHOUT_IDS;
        List<Body> bodies = bodies(random);
        List<Fault> faults = IntStream.range(0, 3 + random.nextInt(6))
                .mapToObj(i -> fault(random, bodies))
                .sorted(Comparator.comparing(fault -> fault.action() != FaultAction.REFUSAL))
                .toList();
        Map<Integer, Trouble> toxics = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Trouble trouble = NETWORK.get(random.nextInt(NETWORK.size())).apply(random.nextInt(400));
            trouble.toxic().first(1 + random.nextInt(2));
            toxics.put(random.nextInt(bodies.size()), trouble);
        }
        boolean stops = ids.given() && random.nextInt(3) == 0;
        return new SeededPlan(
                seed,
                ids,
                1 + random.nextInt(20),
                1 + random.nextInt(4),
                Duration.ofMillis(random.nextBoolean() ? 0 : random.nextInt(50)),
                1 + random.nextInt(30),
                1 + random.nextInt(12),
                bodies,
                faults,
                toxics,
                stops ? random.nextInt(bodies.size()) : null);
    }

    private static List<Body> bodies(Random random) {
        List<Body> bodies = new ArrayList<>();
        for (int left = MESSAGES;
                left > 0;
                left -= bodies.get(bodies.size() - 1).messages().size()) {
            bodies.add(
                    switch (random.nextInt(3)) {
                        case 0 -> list(Sms.several(1));
                        case 1 -> oneText(Sms.several(Math.min(left, 1 + random.nextInt(5))));
                        default -> list(Sms.several(Math.min(left, 2 + random.nextInt(19))));
                    });
        }
        return bodies;
    }

    private static Body list(List<Sms> messages) {
        return messages.size() == 1
                ? new Body(messages, messages.get(0).row())
                : new Body(messages, messages.stream().map(Sms::row).toList());
    }

    private static Body oneText(List<Sms> messages) {
        String text = messages.get(0).text();
        List<String> phones = messages.stream().map(Sms::phone).toList();
        return new Body(
                messages.stream().map(sms -> sms.saying(text)).toList(), Map.of("phone", phones, "text_sms", text));
    }

    private static Fault fault(Random random, List<Body> bodies) {
        List<Sms> body = bodies.get(random.nextInt(bodies.size())).messages();
        String phone = body.get(random.nextInt(body.size())).phone();
        if (random.nextInt(10) == 0) {
            return Fault.refusal("Оператор не обслуживается").phone(phone);
        }
        Fault fault = GATEWAY.get(random.nextInt(GATEWAY.size())).apply(random).first(1 + random.nextInt(3));
        return switch (random.nextInt(3)) {
            case 0 -> fault.phone(phone);
            case 1 -> fault.after(random.nextInt(10));
            default -> fault.probability(0.1 + random.nextDouble() / 2, random.nextInt());
        };
    }

    private static Fault maybe(Random random, Fault fault) {
        return random.nextBoolean() ? fault.afterAccept() : fault.beforeAccept();
    }

    /** Sometimes in time, sometimes not. */
    private static Duration late(Random random) {
        return DEADLINE.plusMillis(random.nextInt(300) - 200);
    }
}
