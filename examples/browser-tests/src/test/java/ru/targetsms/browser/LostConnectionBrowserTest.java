package ru.targetsms.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.simulator.GatewaySimulator;

/** A page whose simulator was stopped, or is being started anew. */
class LostConnectionBrowserTest {

    private static final String EVENTS = "**/events?**";
    private static final double PATIENCE = 20_000;

    @RegisterExtension
    private static final GatewaySimulator gateway = GatewaySimulator.start();

    @RegisterExtension
    private final Window window = new Window();

    @Test
    void aPageThatHearsNothingSaysSoUntilItHearsAgain() {
        Page page = window.open(gateway.baseUrl());
        Locator lost = page.getByText("No connection to the simulator.");
        assertThat(lost).isHidden();

        page.route(EVENTS, Route::abort);
        page.reload();
        assertThat(lost).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));

        page.unroute(EVENTS);
        assertThat(lost).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE));
        window.complaints();
    }
}
