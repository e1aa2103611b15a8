package ru.targetsms.camel;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;

/** Keeps phones and texts out of printed URIs (F31, F32). */
final class PrivateUris {

    private static final String KEYWORD = "phone";

    /** The options whose values may be printed; of all others the name only. */
    private static final Set<String> PUBLIC = Set.of(
            "batchSize",
            "failOn",
            "idempotencyKey",
            "idempotencyNamespace",
            "nameDelivery",
            "sendSms",
            "senderSms",
            "sendViber",
            "senderViber");

    private PrivateUris() {}

    /**
     * Has Camel mask the phone in the URIs it prints itself. Camel keeps the extra keywords for the whole JVM, the last
     * ones set replace the others, and in one URI it masks the first match only: a best effort, made only when nobody
     * has named keywords for this context.
     */
    static void mask(CamelContext context) {
        ExtendedCamelContext extension = context.getCamelContextExtension();
        if (extension.getAdditionalSensitiveKeywords() == null) {
            extension.setAdditionalSensitiveKeywords(KEYWORD);
        }
    }

    /** Returns an endpoint's URI as we print it. */
    static String name(TargetSmsEndpoint endpoint) {
        String uri = endpoint.getEndpointUri();
        String query = URISupport.extractQuery(uri);
        return query == null ? uri : StringHelper.before(uri, "?") + "?" + options(query);
    }

    private static String options(String query) {
        return Arrays.stream(query.split("&")).map(PrivateUris::option).collect(Collectors.joining("&"));
    }

    private static String option(String option) {
        String name = StringHelper.before(option, "=", option);
        return PUBLIC.contains(name) ? option : name;
    }
}
