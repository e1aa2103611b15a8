package ru.targetsms.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.protocol.Field;

/** The inbox when it is full. */
class ManyMessagesBrowserTest {

    private static final int MANY = 10_000;

    @RegisterExtension
    private static final GatewaySimulator gateway = GatewaySimulator.start();

    @RegisterExtension
    private final Window window = new Window();

    @Test
    void thePagesStayUsableWithTenThousandMessages() {
        Sender sender = new Sender(gateway.baseUrl());
        IntStream.range(0, MANY / 100).forEach(document -> sender.send(hundred(document)));

        Page page = window.open(gateway.baseUrl());

        assertThat(page.getByText("of 10,000")).isVisible();
        assertThat(rows(page)).hasCount(50);
        long opened = loaded(page);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Older"))
                .click();
        assertThat(page.getByText("51–100 of 10,000")).isVisible();

        page.getByRole(AriaRole.SEARCHBOX).fill("заказ №0042");
        page.keyboard().press("Enter");
        assertThat(rows(page)).hasCount(1);
        long found = loaded(page);

        page.getByText("заказ №0042").click();
        assertThat(page).hasURL(Pattern.compile("/messages/\\d+"));
        assertThat(page.getByText("заказ №0042 готов").first()).isVisible();
        long detail = loaded(page);

        page.navigate("/?offset=9950");
        assertThat(page.getByText("9,951–10,000 of 10,000")).isVisible();
        long last = loaded(page);

        page.navigate("/");
        RowClock clock = new RowClock(page);
        clock.awaitRow("One more");
        double posted = System.currentTimeMillis();
        sender.sms("79001239999", "One more");
        assertThat(rows(page).first()).containsText("One more");
        System.out.printf(
                "With %d messages: inbox %d ms, search %d ms, detail %d ms, last page %d ms, from the POST to the row %.0f ms%n",
                MANY, opened, found, detail, last, clock.seen() - posted);
    }

    private static Locator rows(Page page) {
        return page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM);
    }

    /** Returns how many milliseconds the page took from the click until all of it was there. */
    private static long loaded(Page page) {
        return ((Number) page.evaluate("() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"))
                .longValue();
    }

    private static String hundred(int document) {
        return IntStream.range(100 * document, 100 * document + 100)
                .mapToObj(number -> Sender.message(
                        Map.of(
                                Field.SEND_SMS, "1",
                                Field.SENDER_SMS, "Shop",
                                Field.NAME_DELIVERY, "Orders",
                                Field.TEXT_SMS,
                                        "Заказ №%04d готов к выдаче. Ждём вас до восьми вечера!".formatted(number)),
                        Sender.abonent("7900%07d".formatted(number), "")))
                .collect(Collectors.joining());
    }
}
