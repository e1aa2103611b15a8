package ru.targetsms.camel.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.TimeUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.targetsms.camel.TargetSmsComponent;

/** Sets the properties that the reference page shows, as they stand there. */
class ReferencePropertiesTest {

    private static final String PREFIX = "camel.component.targetsms.";

    static List<String> listings() {
        return ReferencePage.properties();
    }

    @Test
    void thePageShowsProperties() {
        assertThat(listings()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("listings")
    void everyPropertyReachesTheComponent(String listing) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(listing));

        Starter.component(
                Starter.with().withPropertyValues(listing.split("\n")),
                component -> properties.forEach((name, value) -> assertThat(value(component, name.toString()))
                        .as(name.toString())
                        .isIn(value.toString(), millis(value.toString()))));
    }

    private static String value(TargetSmsComponent component, String property) {
        assertThat(property).startsWith(PREFIX);
        String option = StringHelper.dashToCamelCase(property.substring(PREFIX.length()));
        if (option.startsWith("http.")) {
            return String.valueOf(component.getConfiguration().getHttp().get(option.substring("http.".length())));
        }
        PropertyConfigurerGetter options = (PropertyConfigurerGetter) component.getComponentPropertyConfigurer();
        return String.valueOf(options.getOptionValue(component, option, false));
    }

    private static String millis(String duration) {
        return duration.matches("\\d+[smhd]") ? String.valueOf(TimeUtils.toMilliSeconds(duration)) : duration;
    }
}
