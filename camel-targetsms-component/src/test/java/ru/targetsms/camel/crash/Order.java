package ru.targetsms.camel.crash;

/** One message to one customer; no two orders share a phone or a text, so the ledger can tell each by itself. */
record Order(int number) {

    String phone() {
        return Long.toString(70000200000L + number);
    }

    String text() {
        return "Order " + number + " is ready";
    }
}
