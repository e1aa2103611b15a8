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
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.gateway.ActiveFault;

/** The pages of faults and of the report, with their scripts: what changes, changes in place. */
class FaultsBrowserTest {

    @RegisterExtension
    private static final GatewaySimulator gateway = GatewaySimulator.start();

    @RegisterExtension
    private final Window window = new Window();

    private final Sender sender = new Sender(gateway.baseUrl());
    private Page page;

    @BeforeEach
    void openThePage() {
        page = window.open(gateway.baseUrl());
        page.navigate("/faults");
    }

    @Test
    void aPresetIsSetSwitchedOffAndRemovedWithoutLeavingThePage() {
        page.evaluate("() => { window.stayed = true }");
        page.getByLabel("Only phones like").fill("7900*");

        button("Slow").click();

        Locator fault = page.getByRole(AriaRole.SWITCH);
        assertThat(fault).isChecked();
        assertThat(page.locator("#banner")).containsText("Faults on: 1.");
        assertThat(page.locator(".rule")).containsText("phone 7900*");
        assertThat(button("Slow")).isFocused();
        assertThat(page.getByLabel("Only phones like")).hasValue("7900*");

        fault.focus();
        page.keyboard().press("Space");
        assertThat(fault).not().isChecked();
        assertThat(fault).isFocused();
        assertThat(page.locator("#banner")).hasText("");
        assertThat(gateway.faults().active()).isEmpty();

        window.sayYes();
        button("Remove all").click();
        assertThat(page.getByText("No rules")).isVisible();
        assertThat(gateway.faults().rules()).isEmpty();
        assertThat(page.evaluate("() => window.stayed")).isEqualTo(true);
    }

    @Test
    void aWrongRuleIsToldOfInPlaceAndStaysWhileMessagesCome() {
        Locator rule = page.getByLabel("The rule as JSON");
        Locator alert = page.locator("#rule-error");
        rule.fill("{\"action\":\"explode\"}");

        button("Add the rule").click();

        assertThat(alert).containsText("action must be one of");
        assertThat(rule).hasValue("{\"action\":\"explode\"}");
        assertThat(window.complaints()).isNotEmpty().allMatch(complaint -> complaint.contains("422"));

        sender.sms("79001234567", "text");
        assertThat(page.locator("#unread")).containsText("1");
        assertThat(alert).containsText("action must be one of");

        rule.fill("{\"action\":\"empty\"}");
        button("Add the rule").click();
        assertThat(page.locator(".rule")).containsText("empty");
        assertThat(alert).hasText("");
    }

    @Test
    void theCountsOfARuleRunWhileItIsLookedAt() {
        ActiveFault fault = gateway.faults().add(Fault.refusal("Нет"));
        assertThat(page.locator(".counts")).containsText("fired");

        sender.sms("79001234567", "text");
        sender.sms("79001234567", "text");

        assertThat(page.locator(".counts dd").nth(1)).hasText("2");
        assertThat(fault.fired()).isEqualTo(2);
    }

    @Test
    void theReportIsLiveAndANewRunBeginsItAgain() {
        page.navigate("/report");
        Locator verdict = page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("wrong"));

        sender.sms("79001234567", "text");
        assertThat(verdict).containsText("Nothing is wrong.");
        sender.sms("79001234567", "text");
        assertThat(page.locator("#verdict")).containsText("Somebody got the same text twice.");

        window.sayYes();
        button("New run").click();
        assertThat(page.locator("#verdict")).containsText("Nothing has been received yet.");
        assertThat(button("New run")).isFocused();
        assertThat(gateway.messages()).isEmpty();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
