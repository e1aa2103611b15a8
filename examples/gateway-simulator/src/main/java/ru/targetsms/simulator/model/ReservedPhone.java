package ru.targetsms.simulator.model;

/**
 * Names the phones whose fate is fixed. All begin with 7000, which is given to nobody: should one of them ever reach the
 * real gateway, no phone rings.
 */
public final class ReservedPhone {

    /** Ends {@code not_deliver}. */
    public static final String NOT_DELIVERED = "70000000001";

    /** Ends {@code expired}. */
    public static final String EXPIRED = "70000000002";

    /** Ends {@code partly_deliver}. */
    public static final String PARTLY = "70000000003";

    /** Viber delivers, but nobody reads (R18). */
    public static final String NOT_READ = "70000000004";

    /** Is refused when it is sent (R24). */
    public static final String REFUSED = "70000000005";

    /** Is accepted, yet its id is unknown afterwards (R29). */
    public static final String UNKNOWN_ID = "70000000006";

    /** Stays {@code send} for ever. */
    public static final String NEVER_FINAL = "70000000007";

    /** Is accepted, but answered as a repeat (R20). */
    public static final String ANSWERED_AS_DUPLICATE = "70000000008";

    /** Is refused because it is in the stop list. */
    public static final String IN_STOP_LIST = "70000000009";

    /** Is accepted and kept until the account is topped up; stays {@code send}. */
    public static final String HELD = "70000000010";

    /** Has no Viber: an SMS is delivered, a Viber message is not. */
    public static final String NO_VIBER = "70000000011";

    private ReservedPhone() {}
}
