package ru.targetsms.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.model.Profile;

/** Everything a reader can do, without a mouse. */
class KeyboardBrowserTest {

    @RegisterExtension
    private static final GatewaySimulator gateway =
            GatewaySimulator.builder().profile(Profile.MANUAL).start();

    @RegisterExtension
    private final Window window = new Window();

    private Page page;
    private Keyboard keyboard;

    @BeforeEach
    void openTheInboxWithThreeMessages() {
        Sender sender = new Sender(gateway.baseUrl());
        sender.sms("79001234567", "Первый заказ");
        sender.sms("79001234568", "Второй заказ");
        sender.sms("79001234569", "Третий заказ");
        page = window.open(gateway.baseUrl());
        keyboard = new Keyboard(page);
    }

    @Test
    void fromTheInboxToAMessageAndBack() {
        keyboard.press("j", "j");
        assertThat(keyboard.focused()).contains("79001234568");

        keyboard.enter("/messages/\\d+$");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("79001234568")))
                .isVisible();

        keyboard.press("u");
        assertThat(rows()).hasCount(3);
    }

    @Test
    void throughTheTabsOfAMessage() {
        keyboard.tabTo("79001234569");
        keyboard.enter("/messages/\\d+$");

        for (String tab : new String[] {"Request", "Answer", "Headers", "State queries"}) {
            keyboard.tabTo(tab);
            keyboard.enter("tab=");
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(tab)))
                    .hasAttribute("aria-current", "page");
        }
    }

    @Test
    void whatHappensToAMessage() {
        keyboard.press("j");
        keyboard.enter("/messages/\\d+$");

        keyboard.tabTo("Delivered");
        keyboard.press("Enter");

        assertThat(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.STATUS).first())
                .containsText("delivered");
    }

    @Test
    void aMessageIsDeletedOnceItIsConfirmed() {
        keyboard.press("j");
        keyboard.enter("/messages/\\d+$");
        keyboard.tabTo("Delete");
        window.sayYes();

        keyboard.press("Enter");

        assertThat(rows()).hasCount(2);
        assertThat(page).hasURL(gateway.baseUrl() + "/");
    }

    @Test
    void aRowIsDeletedOnceItIsConfirmedAndTheFocusStaysInTheList() {
        keyboard.tabTo("Delete the message to 79001234568");
        window.sayYes();

        keyboard.press("Enter");

        assertThat(rows()).hasCount(2);
        page.waitForCondition(() -> keyboard.focused().contains("7900123456"));
    }

    @Test
    void theSearch() {
        keyboard.press("/");
        keyboard.type("ВТОРОЙ");
        keyboard.press("Enter");

        assertThat(rows()).hasCount(1);
        assertThat(rows()).containsText("Второй заказ");
    }

    @Test
    void faultsOnAndOff() {
        keyboard.tabTo("Faults");
        keyboard.enter("/faults$");
        keyboard.tabTo("Gateway down");
        keyboard.press("Enter");
        assertThat(page.getByText("Faults on: 1.")).isVisible();

        page.reload();
        keyboard.tabTo("Fault 1");
        keyboard.press("Space");
        assertThat(page.getByText("Faults on: 1.")).not().isVisible();
        assertThat(keyboard.focused()).startsWith("Fault 1");

        keyboard.press("Space");
        assertThat(page.getByText("Faults on: 1.")).isVisible();
    }

    @Test
    void languageAndTheme() {
        keyboard.tabTo("Русский");
        keyboard.press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Входящие")))
                .isVisible();

        keyboard.tabTo("Тёмная");
        keyboard.press("Enter");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    private Locator rows() {
        return page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM);
    }
}
