package ru.targetsms.camel.gateway;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.component.http.HttpEndpointConfigurer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.component.RawParameterHelper;

/**
 * Makes one camel-http endpoint and prints none of its options. Camel prints them, passwords included, with the URI at
 * DEBUG and as parameters at TRACE: so camel-http gets them after both. Every error names the option and never a value.
 */
final class PrivateHttpComponent extends HttpComponent {

    /** What camel-http reads before it prints: times and beans, no secret. */
    private static final Set<String> READ_FIRST = Set.of(
            "connectionRequestTimeout",
            "connectTimeout",
            "responseTimeout",
            "soTimeout",
            "httpBinding",
            "httpContext",
            "headerFilterStrategy",
            "httpMethodRestrict",
            "muteException",
            "sslContextParameters");

    private static final HttpEndpointConfigurer KNOWN = new HttpEndpointConfigurer();

    private final Map<String, Object> options;
    private final Set<String> names;

    PrivateHttpComponent(Map<String, Object> options) {
        this.options = new HashMap<>(options);
        this.names = new TreeSet<>(options.keySet());
    }

    /**
     * Makes the endpoint.
     *
     * @throws IllegalArgumentException when an option is not known, or its value does not fit
     */
    HttpEndpoint endpoint(String uri) {
        try {
            HttpEndpoint endpoint = (HttpEndpoint) createEndpoint(uri);
            validateParameters(uri, endpoint.getHttpConnectionOptions(), "httpConnection.");
            return endpoint;
        } catch (OptionException e) {
            throw e;
        } catch (PropertyBindingException e) {
            throw refused(nameOf(e), e);
        } catch (Exception e) {
            throw refused(String.join(", http.", names), e);
        }
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        RawParameterHelper.resolveRawParameterValues(getCamelContext(), options);
        READ_FIRST.forEach(name -> parameters.put(name, options.remove(name)));
        parameters.values().removeIf(Objects::isNull);
        return super.createEndpoint(uri, remaining, parameters);
    }

    /** Adds what is left to the parameters: the copy that is printed was made before, and all else is read after. */
    @Override
    protected HttpClientConfigurer createHttpClientConfigurer(Map<String, Object> parameters, boolean secure)
            throws Exception {
        parameters.putAll(options);
        return super.createHttpClientConfigurer(parameters, secure);
    }

    /** Sets what nothing else has taken. What the endpoint does not know would be tried by reflection, which prints. */
    @Override
    protected void setProperties(Endpoint endpoint, Map<String, Object> parameters) throws Exception {
        List<String> unknown = parameters.keySet().stream()
                .filter(name -> KNOWN.getOptionType(name.replaceFirst("\\..*", ""), true) == null)
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw unknown("", unknown);
        }
        super.setProperties(endpoint, parameters);
    }

    /** Camel would look for it by an annotation that is not inherited. */
    @Override
    public PropertyConfigurer getEndpointPropertyConfigurer() {
        return KNOWN;
    }

    @Override
    public <T> T getParameter(Map<String, Object> parameters, String key, Class<T> type, T defaultValue) {
        return named(key, () -> super.getParameter(parameters, key, type, defaultValue));
    }

    @Override
    public <T> T getAndRemoveParameter(Map<String, Object> parameters, String key, Class<T> type, T defaultValue) {
        return named(key, () -> super.getAndRemoveParameter(parameters, key, type, defaultValue));
    }

    @Override
    public <T> T resolveAndRemoveReferenceParameter(
            Map<String, Object> parameters, String key, Class<T> type, T defaultValue) {
        return named(key, () -> super.resolveAndRemoveReferenceParameter(parameters, key, type, defaultValue));
    }

    /** Is asked by camel-http about {@code httpClient.*} alone, without a prefix. */
    @Override
    protected void validateParameters(String uri, Map<String, Object> parameters, String optionPrefix) {
        if (!parameters.isEmpty()) {
            throw unknown(optionPrefix == null ? "httpClient." : optionPrefix, parameters.keySet());
        }
    }

    /** Returns the whole name: what is nested was bound to another object, without its prefix. */
    private String nameOf(PropertyBindingException refusal) {
        String property = String.valueOf(refusal.getPropertyName());
        return refusal.getTarget() instanceof HttpEndpoint
                ? property
                : names.stream()
                        .filter(name -> name.endsWith("." + property))
                        .findFirst()
                        .orElse(property);
    }

    private static <T> T named(String option, Supplier<T> read) {
        try {
            return read.get();
        } catch (RuntimeException e) {
            throw refused(option, e);
        }
    }

    private static OptionException unknown(String prefix, Collection<String> names) {
        String start = "http." + prefix;
        return new OptionException("camel-http does not know the option " + start + String.join(", " + start, names));
    }

    /** Leaves the cause out: it quotes the value. */
    private static OptionException refused(String option, Exception cause) {
        return new OptionException(
                "camel-http refuses http." + option + ": " + cause.getClass().getSimpleName());
    }

    private static final class OptionException extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private OptionException(String message) {
            super(message);
        }
    }
}
