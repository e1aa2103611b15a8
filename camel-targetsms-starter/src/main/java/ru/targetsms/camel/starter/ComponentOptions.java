package ru.targetsms.camel.starter;

import java.util.Map;
import java.util.Set;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spring.boot.util.CamelPropertiesHelper;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import ru.targetsms.camel.TargetSmsComponent;

/**
 * Sets options on a component: a {@code configuration} bean first, then every single option over a copy of it, so that
 * neither order nor another user of the bean matters. {@code http.*} is added name by name.
 *
 * <p>Text is taken as it stands, but for Camel's placeholders: a password may begin with {@code #}. Other text is
 * converted, or names a bean. No error shows a text option's value. {@code ssl.bundle} is no option of the component: it
 * becomes {@code sslContextParameters}.
 */
final class ComponentOptions {

    /** The starter's switches, and what is set by itself. */
    private static final Set<String> NO_SINGLE_OPTIONS =
            Set.of("enabled", "customizer", "configuration", "http", "ssl");

    private static final Set<String> BEANS = Set.of("configuration", "deliveryTracker", "sslContextParameters");

    private final TargetSmsComponent component;
    private final BundleOption bundle;

    ComponentOptions(TargetSmsComponent component, BundleOption bundle) {
        this.component = component;
        this.bundle = bundle;
        ServiceHelper.initService(component); // its configurer is there only then
    }

    void set(TargetSmsComponentConfiguration options) {
        if (options.getConfiguration() != null) {
            set("configuration", options.getConfiguration());
        }
        component.setConfiguration(component.getConfiguration().copy());
        if (options.getHttp() != null) {
            addHttp(options.getHttp());
        }
        singleOptions(options).forEach(this::set);
        if (options.getSsl() != null && StringUtils.hasText(options.getSsl().getBundle())) {
            setBundle(options.getSsl().getBundle(), options.getSslContextParameters());
        }
    }

    private void setBundle(String name, String sslContextParameters) {
        if (sslContextParameters != null) {
            throw new IllegalArgumentException(
                    property("ssl.bundle") + " and " + property("sslContextParameters") + " exclude each other");
        }
        component.getConfiguration().setSslContextParameters(bundle.tls(name));
    }

    private Map<String, Object> singleOptions(TargetSmsComponentConfiguration options) {
        Map<String, Object> values = CamelPropertiesHelper.getNonNullProperties(component.getCamelContext(), options);
        values.keySet().removeAll(NO_SINGLE_OPTIONS);
        return values;
    }

    private void set(String name, Object value) {
        if (optionType(name) == String.class) {
            setText(name, (String) value);
        } else {
            bind(name, BEANS.contains(name) ? reference((String) value) : value);
        }
    }

    private void addHttp(Map<String, String> options) {
        Map<String, Object> http = component.getConfiguration().getHttp();
        options.forEach((name, value) -> http.put(StringHelper.dashToCamelCase(name), value));
    }

    private @Nullable Class<?> optionType(String name) {
        return ((PropertyConfigurerGetter) component.getComponentPropertyConfigurer()).getOptionType(name, false);
    }

    private void setText(String name, String text) {
        component
                .getComponentPropertyConfigurer()
                .configure(component.getCamelContext(), component, name, resolved(name, text), false);
    }

    private String resolved(String name, String text) {
        try {
            return component.getCamelContext().resolvePropertyPlaceholders(text);
        } catch (RuntimeException e) {
            // The cause quotes the text.
            throw new IllegalArgumentException(property(name) + " holds a {{placeholder}} that Camel cannot resolve");
        }
    }

    private void bind(String name, Object value) {
        try {
            PropertyBindingSupport.build()
                    .withConfigurer(component.getComponentPropertyConfigurer())
                    .withMandatory(true)
                    .bind(component.getCamelContext(), component, name, value);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(property(name) + " cannot be '" + value + "'", e);
        }
    }

    private static String reference(String bean) {
        return bean.startsWith("#") ? bean : "#bean:" + bean;
    }

    static String property(String name) {
        return "camel.component.targetsms." + StringHelper.camelCaseToDash(name);
    }
}
