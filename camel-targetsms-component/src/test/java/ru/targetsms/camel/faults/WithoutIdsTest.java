package ru.targetsms.camel.faults;

import org.junit.jupiter.api.Nested;

/** Runs every row without client ids: what is unknown is never sent again, and parked with the names of all it is about. */
class WithoutIdsTest {

    @Nested
    class NotSent extends NotSentRows {

        NotSent() {
            super(Ids.WITHOUT_IDS);
        }
    }

    @Nested
    class Input extends InputRows {

        Input() {
            super(Ids.WITHOUT_IDS);
        }
    }

    @Nested
    class LostAnswer extends LostAnswerRows {

        LostAnswer() {
            super(Ids.WITHOUT_IDS);
        }
    }

    @Nested
    class UntrustedAnswer extends UntrustedAnswerRows {

        UntrustedAnswer() {
            super(Ids.WITHOUT_IDS);
        }
    }

    @Nested
    class MixedAnswer extends MixedAnswerRows {

        MixedAnswer() {
            super(Ids.WITHOUT_IDS);
        }
    }

    @Nested
    class HttpStatus extends HttpStatusRows {

        HttpStatus() {
            super(Ids.WITHOUT_IDS);
        }
    }

    @Nested
    class Shutdown extends ShutdownRows {

        Shutdown() {
            super(Ids.WITHOUT_IDS);
        }
    }

    @Nested
    class Gathered extends GatheredRows {

        Gathered() {
            super(Ids.WITHOUT_IDS);
        }
    }

    @Nested
    class Tracking extends TrackingRows {

        Tracking() {
            super(Ids.WITHOUT_IDS);
        }
    }
}
