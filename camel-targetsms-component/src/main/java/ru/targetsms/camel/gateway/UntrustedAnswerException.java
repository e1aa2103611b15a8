package ru.targetsms.camel.gateway;

/** Says why an answer cannot be trusted. Its text holds nothing of the answer. */
final class UntrustedAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;

    UntrustedAnswerException(String problem) {
        super(problem);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
