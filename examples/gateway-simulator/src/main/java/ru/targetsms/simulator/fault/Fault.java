package ru.targetsms.simulator.fault;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import ru.targetsms.simulator.model.DuplicateAnswer;

/**
 * Says what shall go wrong, and with which requests. Immutable; every method returns another one.
 *
 * <pre>{@code
 * ActiveFault fault = gateway.faults().add(Fault.status(503).retryAfter("5").phone("7900*").first(2));
 * }</pre>
 *
 * Whether the gateway accepts the document stands with each action; {@link #beforeAccept()} and {@link #afterAccept()}
 * change it. "The answer" is the gateway's own; of a document it does not accept, the one it would have given.
 *
 * @param accepts whether the gateway accepts what it would accept without the fault
 * @param afterDelay how long the answer is held back, at most 10 minutes
 * @param headers added to the answer
 */
public record Fault(
        FaultAction action,
        Map<Setting<?>, Object> settings,
        boolean accepts,
        Duration afterDelay,
        Map<String, String> headers,
        Selector when)
        implements Selectable {

    /** @throws IllegalArgumentException when the rule makes no sense; its text names the field */
    public Fault {
        settings = Map.copyOf(settings);
        headers = Map.copyOf(headers);
        action.check(settings);
        Rule.require(
                action.acceptanceCanBeChosen() || accepts == action.acceptsByDefault(),
                "before_accept is nothing that %s takes",
                action.word());
        Rule.require(Setting.isDuration(afterDelay), "after_delay must be between 0 and 10m");
        Headers.check(headers, action);
    }

    /** Makes a fault of any action. */
    public static Fault of(FaultAction action, Map<Setting<?>, Object> settings) {
        return new Fault(action, settings, action.acceptsByDefault(), Duration.ZERO, Map.of(), Selector.ALL);
    }

    /** Answers with an HTTP status and an HTML page; not accepted, unless {@link #afterAccept()} says so (F24-F26). */
    public static Fault status(int code) {
        return of(FaultAction.STATUS, Map.of(Setting.CODE, code));
    }

    /** Gives the answer, under an HTTP status; with 200 and {@link #header} it is the answer with another header. */
    public static Fault answerWithStatus(int code) {
        return of(FaultAction.ANSWER_WITH_STATUS, Map.of(Setting.CODE, code));
    }

    /** Accepts and redirects (F23). */
    public static Fault redirect(int code, String location) {
        return of(FaultAction.REDIRECT, Map.of(Setting.CODE, code, Setting.LOCATION, location));
    }

    /** Refuses the document (R21, F18). */
    public static Fault gatewayError(String text) {
        return of(FaultAction.GATEWAY_ERROR, Map.of(Setting.TEXT, text));
    }

    /** Refuses the messages that fit, with all their recipients (R22, F17); the others go their way. */
    public static Fault messageError(String text) {
        return of(FaultAction.MESSAGE_ERROR, Map.of(Setting.TEXT, text));
    }

    /** Refuses the recipients that fit (R24, F16, F19, F20); the others go their way. */
    public static Fault refusal(String text) {
        return of(FaultAction.REFUSAL, Map.of(Setting.TEXT, text));
    }

    /** Answers this request's repeated client ids in a form of its own (R20, F21). */
    public static Fault duplicateAnswer(DuplicateAnswer form) {
        return of(FaultAction.DUPLICATE_ANSWER, Map.of(Setting.FORM, form));
    }

    /** Accepts at once and answers late. */
    public static Fault delay(Duration duration) {
        return of(FaultAction.DELAY, Map.of(Setting.DURATION, duration));
    }

    /** Waits, then accepts, whether or not the client is still there (F10). */
    public static Fault delayBeforeAccept(Duration duration) {
        return of(FaultAction.DELAY_BEFORE_ACCEPT, Map.of(Setting.DURATION, duration));
    }

    /** Accepts and closes the connection without a byte (F6). */
    public static Fault dropAfterAccept() {
        return of(FaultAction.DROP);
    }

    /** Closes the connection without a byte; not accepted (F7). */
    public static Fault dropBeforeAccept() {
        return dropAfterAccept().beforeAccept();
    }

    /** Accepts and resets the connection (F8). */
    public static Fault resetAfterAccept() {
        return of(FaultAction.RESET);
    }

    /** Resets the connection; not accepted (F8). */
    public static Fault resetBeforeAccept() {
        return resetAfterAccept().beforeAccept();
    }

    /** Accepts and answers with 200 and no body (F13). */
    public static Fault empty() {
        return of(FaultAction.EMPTY);
    }

    /** Accepts and sends half the answer, though Content-Length promises all of it, then closes (F12). */
    public static Fault truncated() {
        return of(FaultAction.TRUNCATED);
    }

    /** Accepts and ends the answer, well framed, after so many recipients or states (F14). */
    public static Fault halfAnswer(int count) {
        return of(FaultAction.HALF_ANSWER, Map.of(Setting.COUNT, count));
    }

    /** Accepts and sends half the answer as a chunk, then something that is no chunk, and closes (F12). */
    public static Fault malformedChunk() {
        return of(FaultAction.MALFORMED_CHUNK);
    }

    /** Accepts and sends what is no HTTP, then closes (F12). */
    public static Fault garbage() {
        return of(FaultAction.GARBAGE);
    }

    /** Accepts and answers with 200 and an HTML page (F13). */
    public static Fault htmlPage() {
        return of(FaultAction.HTML_PAGE);
    }

    /** Accepts and answers with 200 and JSON (F13). */
    public static Fault json() {
        return of(FaultAction.JSON);
    }

    /** Accepts and gives the answer under another root than {@code <response>} (F13). */
    public static Fault otherRoot() {
        return of(FaultAction.OTHER_ROOT);
    }

    /** Accepts and stretches the answer by spaces, sent in chunks, over so many bytes, at most 2 GB (F27). */
    public static Fault huge(long bytes) {
        return of(FaultAction.HUGE, Map.of(Setting.BYTES, bytes));
    }

    /** Accepts and stretches the answer to 256 MB, gzipped to a fraction, though nobody asked for gzip (F27). */
    public static Fault gzipBomb() {
        return of(FaultAction.GZIP_BOMB);
    }

    /** Accepts and sends the answer byte by byte, with a pause before each (F11). */
    public static Fault drip(Duration perByte) {
        return of(FaultAction.DRIP, Map.of(Setting.DURATION, perByte));
    }

    /** Accepts and gives the answer in a wrong encoding (F29). */
    public static Fault encoding(WrongEncoding encoding) {
        return of(FaultAction.ENCODING, Map.of(Setting.ENCODING, encoding));
    }

    /** Accepts and attacks the reader of the answer (F28). */
    public static Fault xmlAttack(XmlAttack attack) {
        return of(FaultAction.XML_ATTACK, Map.of(Setting.ATTACK, attack));
    }

    /** Accepts and attacks the reader of the answer, by an address of which it must ask nothing (F28). */
    public static Fault xmlAttack(XmlAttack attack, String location) {
        return of(FaultAction.XML_ATTACK, Map.of(Setting.ATTACK, attack, Setting.LOCATION, location));
    }

    /** Accepts and turns the order of the answer round: of its messages, and of the recipients in each (F15). */
    public static Fault reordered() {
        return of(FaultAction.REORDERED);
    }

    /** Accepts and leaves the first so many recipients or states out of the answer (F15). */
    public static Fault missing(int count) {
        return of(FaultAction.MISSING, Map.of(Setting.COUNT, count));
    }

    /** Accepts and begins the answer with a recipient or a state nobody asked for (F15). */
    public static Fault extra() {
        return of(FaultAction.EXTRA);
    }

    /** Accepts and gives an attribute of every recipient or state that has it another value (F37). */
    public static Fault attribute(String name, String value) {
        return of(FaultAction.ATTRIBUTE, Map.of(Setting.NAME, name, Setting.TEXT, value));
    }

    /** Makes the gateway accept nothing, and the answer stay what it is. */
    public Fault beforeAccept() {
        return new Fault(action, settings, false, afterDelay, headers, when);
    }

    /** Makes the gateway accept, and the answer stay what it is. */
    public Fault afterAccept() {
        return new Fault(action, settings, true, afterDelay, headers, when);
    }

    /** Holds the answer, or the lack of one, back; after the gateway accepted, if it does. */
    public Fault afterDelay(Duration delay) {
        return new Fault(action, settings, accepts, delay, headers, when);
    }

    /** Adds a header to the answer (F30). */
    public Fault header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Fault(action, settings, accepts, afterDelay, more, when);
    }

    /** Adds a {@code Retry-After}, absurd ones included (F25). */
    public Fault retryAfter(String value) {
        return header("Retry-After", value);
    }

    @Override
    public Fault when(Selector selector) {
        return new Fault(action, settings, accepts, afterDelay, headers, selector);
    }

    /** Returns a setting of this action, null when it was not told. */
    public <T> T get(Setting<T> setting) {
        return setting.type().cast(settings.get(setting));
    }

    /** Names action and selectors; a phone and a text not. */
    @Override
    public String toString() {
        return action.word() + (when.toString().isEmpty() ? "" : " [" + when + "]");
    }

    private static Fault of(FaultAction action) {
        return of(action, Map.of());
    }
}
