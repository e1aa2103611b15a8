package ru.targetsms.simulator.fault;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists what a fault can do, with what each has to be told and whether the gateway accepts the document. */
public enum FaultAction {
    STATUS(Accepts.NO, Setting.CODE),
    ANSWER_WITH_STATUS(Accepts.YES, Setting.CODE),
    REDIRECT(Accepts.YES, Setting.CODE, Setting.LOCATION),
    GATEWAY_ERROR(Accepts.NO, Setting.TEXT),
    MESSAGE_ERROR(Accepts.BY_ITSELF, Setting.TEXT),
    REFUSAL(Accepts.BY_ITSELF, Setting.TEXT),
    DUPLICATE_ANSWER(Accepts.BY_ITSELF, Setting.FORM),
    DELAY(Accepts.BY_ITSELF, Setting.DURATION),
    DELAY_BEFORE_ACCEPT(Accepts.BY_ITSELF, Setting.DURATION),
    DROP(Accepts.YES),
    RESET(Accepts.YES),
    EMPTY(Accepts.YES),
    TRUNCATED(Accepts.YES),
    HALF_ANSWER(Accepts.YES, Setting.COUNT),
    MALFORMED_CHUNK(Accepts.YES),
    GARBAGE(Accepts.YES),
    HTML_PAGE(Accepts.YES),
    JSON(Accepts.YES),
    OTHER_ROOT(Accepts.YES),
    HUGE(Accepts.YES, Setting.BYTES),
    GZIP_BOMB(Accepts.YES),
    DRIP(Accepts.YES, Setting.DURATION),
    ENCODING(Accepts.YES, Setting.ENCODING),
    XML_ATTACK(Accepts.YES, Setting.ATTACK, Setting.LOCATION),
    REORDERED(Accepts.YES),
    MISSING(Accepts.YES, Setting.COUNT),
    EXTRA(Accepts.YES),
    ATTRIBUTE(Accepts.YES, Setting.NAME, Setting.TEXT);

    private final Accepts accepts;
    private final List<Setting<?>> settings;

    FaultAction(Accepts accepts, Setting<?>... settings) {
        this.accepts = accepts;
        this.settings = List.of(settings);
    }

    /** Returns the name in JSON, for instance {@code half_answer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what the action has to be told. */
    public List<Setting<?>> settings() {
        return settings;
    }

    /** @throws IllegalArgumentException when a setting is missing, is not this action's, or has no value it may have */
    void check(Map<Setting<?>, Object> told) {
        for (Setting<?> setting : settings) {
            boolean needed = setting != Setting.LOCATION || this == REDIRECT || points(told);
            Rule.require(!needed || told.containsKey(setting), "%s is missing: %s needs it", setting.name(), word());
        }
        told.forEach((setting, value) -> {
            Rule.require(settings.contains(setting), "%s is nothing that %s takes", setting.name(), word());
            setting.check(value);
        });
    }

    /** Tells whether the gateway accepts the document, unless the rule says otherwise. */
    public boolean acceptsByDefault() {
        return accepts != Accepts.NO;
    }

    /** Tells whether a rule may say that the gateway does, or does not, accept the document. */
    public boolean acceptanceCanBeChosen() {
        return accepts != Accepts.BY_ITSELF;
    }

    /** Tells whether what is left of the answer may keep from the sender what became of a recipient. */
    public boolean hidesAnswer() {
        return switch (this) {
            case MESSAGE_ERROR,
                    REFUSAL,
                    DUPLICATE_ANSWER,
                    DELAY,
                    DELAY_BEFORE_ACCEPT,
                    ANSWER_WITH_STATUS,
                    REORDERED,
                    EXTRA,
                    ATTRIBUTE -> false;
            default -> true;
        };
    }

    /** Tells whether the connection itself is touched, which not every web server lets us do. */
    public boolean needsConnection() {
        return switch (this) {
            case DROP, RESET, TRUNCATED, MALFORMED_CHUNK, GARBAGE -> true;
            default -> false;
        };
    }

    private static boolean points(Map<Setting<?>, Object> told) {
        return told.get(Setting.ATTACK) instanceof XmlAttack attack && attack.external();
    }

    private enum Accepts {
        YES,
        NO,
        /** The action is about acceptance, or would mean nothing without it. */
        BY_ITSELF
    }
}
