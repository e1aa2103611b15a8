package ru.targetsms.camel.starter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.camel.TargetSmsComponent;

class SwitchesTest {

    @Test
    void thePropertiesApplyByDefault() {
        Starter.component(Starter.with("batch-size=7"), component -> assertThat(
                        component.getConfiguration().getBatchSize())
                .isEqualTo(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.targetsms.enabled",
                "camel.component.targetsms.customizer.enabled",
                "camel.component.enabled",
                "camel.component.customizer.enabled"
            })
    void aSwitchLeavesTheComponentAtItsOwnDefaults(String off) {
        Starter.component(Starter.with("batch-size=7").withPropertyValues(off + "=false"), component -> assertThat(
                        component.getConfiguration().getBatchSize())
                .isEqualTo(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"camel.component", "camel.component.customizer"})
    void theNarrowerSwitchWins(String wider) {
        String narrower = wider.replace("component", "component.targetsms");

        Starter.component(
                Starter.with("batch-size=7").withPropertyValues(wider + ".enabled=false", narrower + ".enabled=true"),
                component ->
                        assertThat(component.getConfiguration().getBatchSize()).isEqualTo(7));
    }

    @Test
    void aComponentOfAnotherNameIsAnotherAccountAndLeftAlone() {
        TargetSmsComponent shop = new TargetSmsComponent();
        shop.getConfiguration().setUsername("shop");

        Starter.component(
                Starter.with("username=main", "password=p", "batch-size=7")
                        .withBean("targetsmsShop", TargetSmsComponent.class, () -> shop),
                "targetsmsShop",
                component -> {
                    assertThat(component).isSameAs(shop);
                    assertThat(component.getConfiguration().getUsername()).isEqualTo("shop");
                    assertThat(component.getConfiguration().getPassword()).isNull();
                    assertThat(component.getConfiguration().getBatchSize()).isEqualTo(100);
                });
    }
}
