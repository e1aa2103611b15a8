package ru.targetsms.simulator.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.targetsms.simulator.model.QuestionTotals;

/**
 * Counts the questions for states, id by id (R25), whatever becomes of them. It remembers every id until the next reset;
 * a million take some 30 MB. Thread safe.
 */
public final class Questions {

    private CountTable asked = new CountTable();
    private final Map<String, Integer> open = new HashMap<>();
    private long ids;
    private long distinctIds;
    private long overlapping;
    private long mostIds;

    /** Returns the sums. */
    public synchronized QuestionTotals totals() {
        return new QuestionTotals(ids, distinctIds, overlapping, mostIds);
    }

    /** Returns how often an id was asked for, in however many questions. */
    public int asked(long idMessage) {
        return asked(Long.toString(idMessage));
    }

    /** Returns how often an id was asked for, in however many questions. */
    public synchronized int asked(String idMessage) {
        return asked.accepted(key(idMessage));
    }

    /** Books a question that has come. */
    synchronized void begin(List<String> question) {
        ids += question.size();
        mostIds = Math.max(mostIds, question.size());
        for (String id : question) {
            if (asked.accept(key(id), 0) == 1) {
                distinctIds++;
            }
            if (open.merge(id, 1, Integer::sum) > 1) {
                overlapping++;
            }
        }
    }

    /** Books that a question has been answered, or never will be. */
    synchronized void end(List<String> question) {
        question.forEach(id -> open.computeIfPresent(id, (same, times) -> times == 1 ? null : times - 1));
    }

    /** Forgets what was asked; what is open stays so. */
    synchronized void reset() {
        asked = new CountTable();
        ids = distinctIds = overlapping = mostIds = 0;
    }

    private static long key(String idMessage) {
        return Hash.of(idMessage, "");
    }
}
