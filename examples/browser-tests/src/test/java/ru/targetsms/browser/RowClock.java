package ru.targetsms.browser;

import com.microsoft.playwright.Page;

/** Notes, inside a page, when a row first appears: what the test itself sees comes later. */
final class RowClock {

    private static final String WATCH =
            """
            text => {
              window.rowSeen = null
              const observer = new MutationObserver(() => {
                if ([...document.querySelectorAll('li')].some(row => row.textContent.includes(text))) {
                  window.rowSeen = Date.now()
                  observer.disconnect()
                }
              })
              observer.observe(document.body, { childList: true, subtree: true })
            }""";

    private final Page page;

    RowClock(Page page) {
        this.page = page;
    }

    /** Begins to look for a row with this text. */
    void awaitRow(String text) {
        page.evaluate(WATCH, text);
    }

    /** Returns when it appeared, in milliseconds since 1970. */
    double seen() {
        return ((Number) page.waitForFunction("() => window.rowSeen").jsonValue()).doubleValue();
    }
}
