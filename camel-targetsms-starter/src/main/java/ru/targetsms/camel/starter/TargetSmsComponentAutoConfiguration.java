package ru.targetsms.camel.starter;

import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spi.SimpleFunction;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.ComponentConfigurationProperties;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import ru.targetsms.camel.SmsFunction;
import ru.targetsms.camel.TargetSmsComponent;

/**
 * Applies {@code camel.component.targetsms.*} to the component named {@code targetsms}, be it Camel's own or a bean of
 * that name. A component bean of another name is another account, with options of its own, and is left alone.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@EnableConfigurationProperties({ComponentConfigurationProperties.class, TargetSmsComponentConfiguration.class})
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.targetsms"})
public class TargetSmsComponentAutoConfiguration {

    private static final String NAME = "targetsms";

    /** Returns the function {@code ${smsParts}} of the simple language, known before the first route is read. */
    @Bean
    @ConditionalOnMissingBean(name = "smsParts")
    public SimpleFunction smsParts() {
        return SmsFunction.SMS_PARTS;
    }

    /** Returns the function {@code ${smsEncoding}} of the simple language. */
    @Bean
    @ConditionalOnMissingBean(name = "smsEncoding")
    public SimpleFunction smsEncoding() {
        return SmsFunction.SMS_ENCODING;
    }

    /** Returns what sets the options on the component before it starts. */
    @Lazy
    @Bean
    public ComponentCustomizer configureTargetSmsComponent(
            ApplicationContext application,
            TargetSmsComponentConfiguration options,
            ObjectProvider<SslBundles> sslBundles) {
        return ComponentCustomizer.builder(TargetSmsComponent.class)
                .withCondition((name, component) -> NAME.equals(name)
                        && HierarchicalPropertiesEvaluator.evaluate(
                                application, "camel.component.customizer", "camel.component.targetsms.customizer"))
                .build(component -> new ComponentOptions(component, new BundleOption(sslBundles)).set(options));
    }
}
