package ru.targetsms.camel.model;

import java.util.List;

/** Says which refusals fail an exchange. */
public enum FailOn {
    /** All recipients are refused. */
    ALL,
    /** Any recipient is refused. */
    ANY,
    /** Never. */
    NONE;

    /** Tells whether the refusals among the results fail the exchange. */
    public boolean fails(List<SendResult> results) {
        return switch (this) {
            case ALL ->
                !results.isEmpty()
                        && results.stream().allMatch(result -> result.outcome().refused());
            case ANY -> results.stream().anyMatch(result -> result.outcome().refused());
            case NONE -> false;
        };
    }
}
