package ru.targetsms.camel.faults;

import org.junit.jupiter.api.Nested;

/**
 * Runs every row with a client id for every recipient: the route repeats what is unknown until everybody is accepted,
 * once.
 */
class WithIdsTest {

    @Nested
    class NotSent extends NotSentRows {

        NotSent() {
            super(Ids.WITH_IDS);
        }
    }

    @Nested
    class Input extends InputRows {

        Input() {
            super(Ids.WITH_IDS);
        }
    }

    @Nested
    class LostAnswer extends LostAnswerRows {

        LostAnswer() {
            super(Ids.WITH_IDS);
        }
    }

    @Nested
    class UntrustedAnswer extends UntrustedAnswerRows {

        UntrustedAnswer() {
            super(Ids.WITH_IDS);
        }
    }

    @Nested
    class MixedAnswer extends MixedAnswerRows {

        MixedAnswer() {
            super(Ids.WITH_IDS);
        }
    }

    @Nested
    class HttpStatus extends HttpStatusRows {

        HttpStatus() {
            super(Ids.WITH_IDS);
        }
    }

    @Nested
    class Shutdown extends ShutdownRows {

        Shutdown() {
            super(Ids.WITH_IDS);
        }
    }

    @Nested
    class Gathered extends GatheredRows {

        Gathered() {
            super(Ids.WITH_IDS);
        }
    }

    @Nested
    class Tracking extends TrackingRows {

        Tracking() {
            super(Ids.WITH_IDS);
        }
    }
}
