package ru.targetsms.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.model.Profile;
import ru.targetsms.simulator.model.State;

class DetailBrowserTest {

    private static final String CASCADE = "<message><send_viber>1</send_viber><send_sms>2</send_sms>"
            + "<text_viber>Посылка у вас</text_viber><text_sms>Посылка</text_sms><abonent phone=\"79001234567\"/></message>";

    @RegisterExtension
    private static final GatewaySimulator gateway =
            GatewaySimulator.builder().profile(Profile.MANUAL).start();

    @RegisterExtension
    private final Window window = new Window();

    private Page page;

    @Test
    void anOpenMessageFollowsWhatHappensAndTheFocusStays() {
        long id = openMessage();
        button("Partly delivered").focus();

        gateway.moveInHand(id, State.EXPIRED);

        assertThat(page.getByText("Viber: expired")).isVisible();
        assertThat(page.getByText("SMS: tried")).isVisible();
        assertThat(button("Partly delivered")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByText("SMS: partly delivered")).isVisible();
        assertThat(button("Partly delivered")).isFocused();
    }

    @Test
    void whatTheChannelInHandCannotBecomeIsSaidInPlace() {
        long id = openMessage();
        gateway.moveInHand(id, State.EXPIRED);
        // A button that is exchanged while it is clicked is clicked again.
        assertThat(page.getByText("Viber: expired")).isVisible();

        button("Read").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The channel in hand cannot have this state: read.");
        button("Delivered").click();
        assertThat(page.getByText("SMS: delivered")).isVisible();
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
    }

    @Test
    void aForgottenIdIsMarkedAndADeletedMessageLeadsBackToTheInbox() {
        openMessage();

        window.sayYes();
        button("Forget the id").click();
        assertThat(page.getByText("Id forgotten: clients are told that it is unknown"))
                .isVisible();

        window.sayYes();
        button("Delete").click();
        assertThat(page).hasURL(gateway.baseUrl() + "/");
    }

    @Test
    void anOpenPageSaysThatItsMessageIsGone() {
        long id = openMessage();

        gateway.inbox().delete(id);

        assertThat(page.getByText("It was deleted, made room for newer ones, or belonged to an earlier run."))
                .isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("back to the inbox"))
                .click();
        assertThat(page).hasURL(gateway.baseUrl() + "/");
    }

    @Test
    void arrowsGoFromTabToTab() {
        openMessage();
        tab("Timeline").focus();

        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*tab=request.*"));
        assertThat(tab("Request")).isFocused();
        assertThat(page.getByText("<text_viber>")).isVisible();
        page.keyboard().press("ArrowLeft");
        assertThat(tab("Timeline")).isFocused();
    }

    private long openMessage() {
        new Sender(gateway.baseUrl()).send(CASCADE);
        long id = gateway.latest().orElseThrow().idMessage();
        page = window.open(gateway.baseUrl());
        page.navigate("/messages/" + id);
        return id;
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator tab(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
