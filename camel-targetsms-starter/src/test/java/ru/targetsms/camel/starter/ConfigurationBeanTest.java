package ru.targetsms.camel.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.TargetSmsConfiguration;

class ConfigurationBeanTest {

    private final TargetSmsConfiguration bean = new TargetSmsConfiguration();

    ConfigurationBeanTest() {
        bean.setUsername("of the bean");
        bean.setPassword("of the bean");
        bean.setBatchSize(5);
        bean.setRequestTimeout(1234);
        bean.setHttp(Map.of("proxyHost", "bean.example", "proxyPort", "3128"));
    }

    @Test
    void withoutAnyOtherPropertyTheBeansValuesStay() {
        Starter.component(configured(), component -> assertThat(component.getConfiguration())
                .usingRecursiveComparison()
                .isEqualTo(bean));
    }

    @Test
    void aSinglePropertyGoesOverTheBeanAndLeavesTheOthersAlone() {
        Starter.component(configured("allow-plain-http=true", "batch-size=7", "zone=UTC"), component -> {
            TargetSmsConfiguration configuration = component.getConfiguration();

            assertThat(configuration.isAllowPlainHttp()).isTrue();
            assertThat(configuration.getBatchSize()).isEqualTo(7);
            assertThat(configuration.getZone()).isEqualTo("UTC");
            assertThat(configuration.getUsername()).isEqualTo("of the bean");
            assertThat(configuration.getRequestTimeout()).isEqualTo(1234);
        });
    }

    @Test
    void theBeanItselfIsNeverWritten() {
        Starter.component(
                configured("batch-size=7", "http.proxy-host=property.example"),
                component -> assertThat(component.getConfiguration()).isNotSameAs(bean));

        assertThat(bean.getBatchSize()).isEqualTo(5);
        assertThat(bean.getHttp()).containsEntry("proxyHost", "bean.example");
    }

    @Test
    void httpOptionsAreAddedNameByName() {
        Starter.component(configured("http.proxy-host=property.example"), component -> assertThat(
                        component.getConfiguration().getHttp())
                .containsOnly(Map.entry("proxyHost", "property.example"), Map.entry("proxyPort", "3128")));
    }

    @Test
    void aComponentBeanOfTheSchemesNameKeepsWhatNoPropertyNames() {
        TargetSmsComponent own = new TargetSmsComponent();
        own.setConfiguration(bean);

        Starter.component(
                Starter.with("batch-size=7").withBean("targetsms", TargetSmsComponent.class, () -> own), component -> {
                    assertThat(component).isSameAs(own);
                    assertThat(component.getConfiguration().getBatchSize()).isEqualTo(7);
                    assertThat(component.getConfiguration().getUsername()).isEqualTo("of the bean");
                });
    }

    private ApplicationContextRunner configured(String... properties) {
        return Starter.with(properties)
                .withPropertyValues("camel.component.targetsms.configuration=#bean:account")
                .withBean("account", TargetSmsConfiguration.class, () -> bean);
    }
}
