package ru.targetsms.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** Goes through a page by keys alone, and looks at each step whether one can see where one is. */
final class Keyboard {

    private static final int PATIENCE = 100;
    private static final String NAME =
            """
            () => {
              const on = document.activeElement
              const label = on.labels && on.labels.length ? on.labels[0].textContent : null
              return (on.getAttribute('aria-label') ?? label ?? on.textContent).trim().replace(/\\s+/g, ' ')
            }""";
    private static final String FOCUS_IS_SEEN =
            """
            () => {
              const on = document.activeElement
              if (on === document.body) return true
              const style = getComputedStyle(on)
              const box = on.getBoundingClientRect()
              const marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 || style.boxShadow !== 'none'
              const inView = box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
              return marked && inView
            }""";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Presses keys one after the other. */
    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Presses Enter and waits until the page it leads to is there. */
    void enter(String address) {
        press("Enter");
        page.waitForURL(Pattern.compile(address));
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** Presses Tab until what has this name, or a name that begins so, has the focus. */
    void tabTo(String name) {
        for (int step = 0; step < PATIENCE; step++) {
            press("Tab");
            assertThat(page.evaluate(FOCUS_IS_SEEN))
                    .as("one sees that the focus is on %s", focused())
                    .isEqualTo(true);
            if (focused().startsWith(name)) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + name);
    }

    /** Returns the name of what has the focus. */
    String focused() {
        return (String) page.evaluate(NAME);
    }
}
