package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.XmlAttack;
import ru.targetsms.simulator.gateway.ActiveFault;

class FaultSelectorTest {

    private static final TestClock clock = new TestClock("2026-11-23T10:00:00Z");

    @RegisterExtension
    private static final GatewaySimulator gateway =
            GatewaySimulator.builder().clock(clock).start();

    private static final Fault FAULT = Fault.gatewayError("struck");
    private static final String SMS = Client.sms("79001234567", "your code is 15");
    private static final String OTHER = Client.sms("79007654321", "other");

    private final Client client = new Client(gateway.baseUrl());

    @Test
    void withoutSelectorsEveryRequestIsStruckAtBothAddresses() {
        ActiveFault fault = gateway.faults().add(FAULT);

        assertThat(struck(SMS)).isTrue();
        assertThat(client.state(1)).contains("struck");
        assertThat(fault.fired()).isEqualTo(2);
    }

    @Test
    void aPhoneIsGivenByDigitsOrWildcardOrRegularExpression() {
        assertThat(strikes(FAULT.phone("79001234567"))).containsExactly(true, false, true);
        assertThat(strikes(FAULT.phone("7900765*"))).containsExactly(false, true, true);
        assertThat(strikes(FAULT.phone("*4321"))).containsExactly(false, true, true);
        assertThat(strikes(FAULT.phone("7900(12|99)[0-9]{5}"))).containsExactly(true, false, true);
        assertThat(strikes(FAULT.phone("7900"))).containsExactly(false, false, false);
    }

    @Test
    void aTextIsGivenByARegularExpressionForAPartOfIt() {
        assertThat(strikes(FAULT.text("code is [0-9]+"))).containsExactly(true, false, true);
        assertThat(strikes(FAULT.text("^other$"))).containsExactly(false, true, true);
        assertThat(struck("<message><text_viber>other</text_viber><abonent phone=\"79001234567\"/></message>"))
                .isTrue();
    }

    @Test
    void phoneAndTextMustHoldForTheSameMessage() {
        assertThat(strikes(FAULT.phone("79001234567").text("other"))).containsExactly(false, false, false);
        assertThat(strikes(FAULT.phone("79001234567").text("code"))).containsExactly(true, false, true);
    }

    @Test
    void aPhoneIsNeverFoundInAQuestionAboutStates() {
        ActiveFault fault = gateway.faults().add(FAULT.phone("*"));

        assertThat(client.state(1)).doesNotContain("struck");
        assertThat(fault.matched()).isZero();
    }

    @Test
    void anIdIsFoundInQuestionsAboutStatesOnlyAndGivenAsAPhoneIs() {
        ActiveFault fault = gateway.faults().add(FAULT.idMessage("17"));
        assertThat(client.state(16, 17, 18)).contains("struck");
        assertThat(client.state(16, 18, 170)).doesNotContain("struck");
        assertThat(struck(SMS)).isFalse();
        assertThat(fault.matched()).isOne();

        gateway.faults().set(List.of(FAULT.idMessage("1*7")));
        assertThat(client.state(1007)).contains("struck");

        gateway.faults().set(List.of(FAULT.idMessage("[12]7")));
        assertThat(client.state(27)).contains("struck");
    }

    @Test
    void onlyTheFirstRequestsAreStruck() {
        ActiveFault fault = gateway.faults().add(FAULT.phone("79001234567").first(2));

        assertThat(struck(SMS, OTHER, SMS, SMS)).containsExactly(true, false, true, false);
        assertThat(fault.matched()).isEqualTo(3);
        assertThat(fault.fired()).isEqualTo(2);
    }

    @Test
    void theFirstRequestsPass() {
        gateway.faults().add(FAULT.after(1).first(1));

        assertThat(struck(SMS, SMS, SMS)).containsExactly(false, true, false);
    }

    @Test
    void sendAndStatusAreToldApart() {
        gateway.faults().add(FAULT.onStatus());
        assertThat(struck(SMS)).isFalse();
        assertThat(client.state(1)).contains("struck");

        gateway.faults().set(List.of(FAULT.onSend()));
        assertThat(struck(SMS)).isTrue();
        assertThat(client.state(1)).doesNotContain("struck");
    }

    @Test
    void theSameSeedStrikesTheSameRequests() {
        String[] twenty = new String[20];
        java.util.Arrays.fill(twenty, SMS);

        gateway.faults().add(FAULT.probability(0.5, 7));
        List<Boolean> once = struck(twenty);
        gateway.faults().set(List.of(FAULT.probability(0.5, 7)));

        assertThat(struck(twenty)).isEqualTo(once).contains(true, false);
    }

    @Test
    void aSeedIsDrawnWhenNoneIsGivenAndToldSoThatTheRunCanBeRepeated() {
        String[] twenty = new String[20];
        java.util.Arrays.fill(twenty, SMS);
        ActiveFault fault = gateway.faults().add(FAULT.probability(0.5));
        List<Boolean> once = struck(twenty);

        gateway.faults().set(List.of(FAULT.probability(0.5, fault.seed())));

        assertThat(struck(twenty)).isEqualTo(once);
        assertThat(gateway.faults().add(FAULT).seed()).isNull();
    }

    @Test
    void whatComesAboveTheRateIsStruck() {
        gateway.faults().add(FAULT.perSecond(2));

        assertThat(struck(SMS, SMS, SMS, SMS)).containsExactly(false, false, true, true);
        clock.pass(Duration.ofMillis(999));
        assertThat(struck(SMS)).isTrue();
        clock.pass(Duration.ofMillis(1));
        assertThat(struck(SMS, SMS, SMS)).containsExactly(false, false, true);
    }

    @Test
    void theFirstRuleThatFitsStrikesAlone() {
        ActiveFault first =
                gateway.faults().add(Fault.gatewayError("struck once").first(1));
        ActiveFault second = gateway.faults().add(FAULT);

        assertThat(client.send(SMS)).contains("struck once");
        assertThat(client.send(SMS)).contains("struck<");
        assertThat(first.fired()).isOne();
        assertThat(second.fired()).isOne();
    }

    @Test
    void aRuleIsInForceUntilItIsRemovedAndItsCountsOutliveIt() {
        ActiveFault one = gateway.faults().add(FAULT.first(1));
        ActiveFault two = gateway.faults().add(FAULT);
        struck(SMS);

        assertThat(gateway.faults().remove(one.id())).isTrue();
        assertThat(gateway.faults().remove(one.id())).isFalse();
        assertThat(gateway.faults().active()).containsExactly(two);
        gateway.faults().clear();

        assertThat(struck(SMS)).isFalse();
        assertThat(one.fired()).isOne();
    }

    @Test
    void aResetEndsEveryFault() {
        gateway.faults().add(FAULT);

        gateway.reset();

        assertThat(gateway.faults().active()).isEmpty();
        assertThat(struck(SMS)).isFalse();
    }

    @Test
    void nothingThatCanBePrintedHoldsAPhoneOrAText() {
        ActiveFault fault = gateway.faults()
                .add(Fault.refusal("secret words").phone("79001234567").text("private"));

        assertThat(fault + " " + fault.fault() + " " + fault.fault().when())
                .contains("refusal [some phones, some texts]")
                .doesNotContain("79001234567", "private", "secret");
    }

    @Test
    void aRuleThatMakesNoSenseIsRefusedByTheNameOfItsField() {
        assertRefused("code must be 200 to 599", () -> Fault.status(99));
        assertRefused("count must be 0 or more", () -> Fault.halfAnswer(-1));
        assertRefused("bytes must be 1 to 2147483648", () -> Fault.huge(0));
        assertRefused("duration must be between 0 and 10m", () -> Fault.delay(Duration.ofMinutes(11)));
        assertRefused("after_delay must be between 0 and 10m", () -> FAULT.afterDelay(Duration.ofMillis(-1)));
        assertRefused("location is missing: xml_attack needs it", () -> Fault.xmlAttack(XmlAttack.EXTERNAL_DTD));
        assertRefused("before_accept is nothing that refusal takes", () -> Fault.refusal("no")
                .beforeAccept());
        assertRefused("headers hold a name or value HTTP forbids", () -> FAULT.header("A", "b\r\nC: d"));
        assertRefused("headers are nothing that drop takes", () -> Fault.dropAfterAccept()
                .header("A", "b"));
        assertRefused("first must be 1 or more", () -> FAULT.first(0));
        assertRefused("after must be 0 or more", () -> FAULT.after(-1));
        assertRefused("probability must be 0 to 1", () -> FAULT.probability(1.1));
        assertRefused("per_second must be 0 or more", () -> FAULT.perSecond(-1));
        assertRefused("phone is no regular expression", () -> FAULT.phone("7(9"));
        assertRefused("text must have 1 to 1000 characters", () -> FAULT.text(""));
        assertRefused("name must be an attribute's name", () -> Fault.attribute("a=\"b\"", ""));
        assertRefused("id_message is in no document with messages", () -> FAULT.onSend()
                .idMessage("7"));
        assertRefused("id_message is in no document with messages", () -> FAULT.phone("7*")
                .idMessage("7"));
        assertRefused("a status document has no phone and no text", () -> FAULT.onStatus()
                .phone("7*"));
    }

    private static void assertRefused(String why, org.assertj.core.api.ThrowableAssert.ThrowingCallable rule) {
        assertThatIllegalArgumentException().isThrownBy(rule).withMessage(why);
    }

    /** Tells which of three documents a fault strikes: one, the other, and both in one. */
    private List<Boolean> strikes(Fault fault) {
        gateway.faults().set(List.of(fault));
        return struck(SMS, OTHER, SMS + OTHER);
    }

    private List<Boolean> struck(String... documents) {
        List<Boolean> struck = new ArrayList<>();
        for (String messages : documents) {
            struck.add(client.send(messages).contains("struck"));
        }
        return struck;
    }

    private boolean struck(String messages) {
        return client.send(messages).contains("struck");
    }
}
