package ru.targetsms.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.simulator.GatewaySimulator;

/** How long it takes from the POST to the row in a page that is open. */
class RowTimeBrowserTest {

    @RegisterExtension
    private static final GatewaySimulator gateway = GatewaySimulator.start();

    @RegisterExtension
    private final Window window = new Window();

    @Test
    void aRowIsThereAtOnce() {
        Page page = window.open(gateway.baseUrl());
        RowClock clock = new RowClock(page);
        Sender sender = new Sender(gateway.baseUrl());
        List<Double> millis = new ArrayList<>();

        for (int number = 1; number <= 21; number++) {
            String text = "Order " + number + " is ready.";
            clock.awaitRow(text);
            double posted = System.currentTimeMillis();
            sender.sms("7900123" + (1000 + number), text);
            Locator row = page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(text));
            assertThat(row).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(2000));
            millis.add(clock.seen() - posted);
        }

        millis.remove(0); // the page's first answer warms up server and browser
        Collections.sort(millis);
        System.out.printf(
                "From the POST to the row, 20 times: median %.0f ms, longest %.0f ms%n",
                (millis.get(9) + millis.get(10)) / 2, millis.get(19));
    }
}
