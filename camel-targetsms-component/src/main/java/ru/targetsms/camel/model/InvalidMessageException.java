package ru.targetsms.camel.model;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says that a message sent alone breaks a rule of the protocol, or every message of the body does, or that the body
 * could not be read. Never retry safe.
 */
public final class InvalidMessageException extends TargetSmsException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    private final transient List<Violation> violations;

    /** Makes the exception for a body whose every message breaks a rule. */
    public InvalidMessageException(SendReport report) {
        this(
                report,
                report.results().stream()
                        .flatMap(result -> result.violations().stream())
                        .toList());
    }

    private InvalidMessageException(SendReport report, List<Violation> violations) {
        super("invalid message: " + describe(violations), null, report);
        this.violations = violations;
    }

    /** Makes the exception for a body or a query that cannot be read. */
    public InvalidMessageException(String problem, @Nullable Throwable cause, SendReport report) {
        super(problem, cause, report);
        this.violations = List.of();
    }

    /** Returns every problem with its field and rule. */
    public List<Violation> violations() {
        return violations;
    }

    /** Returns false: the same body breaks the same rules. */
    @Override
    public boolean isRetrySafe() {
        return false;
    }

    private static String describe(List<Violation> violations) {
        String shown = violations.stream().limit(SHOWN).map(Violation::toString).collect(Collectors.joining("; "));
        return violations.size() > SHOWN ? shown + "; and " + (violations.size() - SHOWN) + " more" : shown;
    }
}
