package ru.targetsms.files.csv;

/** Refuses a whole file. Its message is for the user and holds nothing of the file's content. */
final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableFileException(String message) {
        super(message);
    }
}
