package ru.targetsms.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.protocol.Field;

/** The pages on a screen of 360 x 640, as a small phone has it. */
class NarrowBrowserTest {

    /** Finds what ends beyond the right edge and does not scroll by itself. */
    private static final String TOO_WIDE =
            """
            () => {
              const width = document.documentElement.clientWidth
              const scrolls = element => {
                for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
                  if (getComputedStyle(box).overflowX !== 'visible') return true
                }
                return false
              }
              const wide = document.documentElement.scrollWidth > width ? ['the page: ' + document.documentElement.scrollWidth] : []
              return wide.concat([...document.querySelectorAll('body *')]
                .filter(element => element.getBoundingClientRect().right > width + 1 && !scrolls(element))
                .map(element => element.outerHTML.slice(0, 120)))
            }""";

    private static final String LINES_BROKEN =
            """
            () => {
              const box = (row, part) => row.querySelector(part).getBoundingClientRect()
              const rows = [...document.querySelectorAll('.row')]
              return rows.length === 0 ? ['no row'] : rows
                .filter(row => box(row, 'time').top > box(row, '.phone').bottom)
                .map(row => row.innerText)
            }""";

    @RegisterExtension
    private static final GatewaySimulator gateway = GatewaySimulator.start();

    @RegisterExtension
    private final Window window = new Window();

    @Test
    void noPageScrollsSideways() {
        Site site = Site.of(gateway);
        Page page = window.open(gateway.baseUrl(), new Browser.NewContextOptions().setViewportSize(360, 640));

        List<String> wide = new ArrayList<>();
        for (String language : Site.LANGUAGES) {
            Site.choose(page, gateway.baseUrl(), language, "light");
            site.addresses().forEach((name, address) -> {
                page.navigate(address);
                assertThat((List<?>) page.evaluate(TOO_WIDE))
                        .as("%s, %s", name, language)
                        .isEmpty();
            });
        }
    }

    @Test
    void theTimeOfAMessageStandsBesideThePhoneHoweverLongTheSender() {
        new Sender(gateway.baseUrl())
                .send(Sender.message(
                        Map.of(Field.SEND_SMS, "1", Field.SENDER_SMS, "LAVKA-CHAYA", Field.TEXT_SMS, "Готово"),
                        Sender.abonent("79001234567", "")));

        Page page = window.open(gateway.baseUrl(), new Browser.NewContextOptions().setViewportSize(360, 640));

        assertThat((List<?>) page.evaluate(LINES_BROKEN)).isEmpty();
    }
}
