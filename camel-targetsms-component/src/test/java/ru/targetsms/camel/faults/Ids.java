package ru.targetsms.camel.faults;

/** Says whether the recipients of a row carry client ids: every row is run with them and without. */
enum Ids {
    WITH_IDS,
    WITHOUT_IDS;

    boolean given() {
        return this == WITH_IDS;
    }
}
