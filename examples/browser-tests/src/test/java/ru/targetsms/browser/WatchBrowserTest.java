package ru.targetsms.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.targetsms.simulator.GatewaySimulator;

/** The watch over the pages: without it, every other test here could be green for nothing. */
class WatchBrowserTest {

    @RegisterExtension
    private static final GatewaySimulator gateway = GatewaySimulator.start();

    @RegisterExtension
    private final Window window = new Window();

    private Page page;

    @BeforeEach
    void openThePage() {
        page = window.open(gateway.baseUrl());
    }

    @Test
    void aQuietPageHasNoComplaint() {
        page.navigate("/?q=nobody");

        assertThat(window.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            console.warn('careful')                          | careful
            console.error('bad')                             | bad
            setTimeout(() => { throw new Error('broken') })  | broken
            alert('look')                                    | dialog: look
            fetch('/nowhere')                                | HTTP 404
            void fetch('http://shop.example/').catch(e => 0) | shop.example
            """)
    void whateverAPageDoesWrongIsNoticed(String script, String complaint) {
        page.evaluate("() => { " + script + " }");

        page.waitForCondition(() -> window.complained(complaint));
        window.complaints();
    }
}
