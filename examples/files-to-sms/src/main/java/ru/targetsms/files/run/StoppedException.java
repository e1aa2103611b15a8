package ru.targetsms.files.run;

/** Says that the program ends while a file is under way: the file stays where it is and is gone on with next time. */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException(String message) {
        super(message);
    }
}
