package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import ru.targetsms.camel.LogCapture;

/** Looks for a password, a full phone or a text in all that a program shows of itself (I4). */
final class Secrets {

    private final List<String> secrets;

    Secrets(String password, List<Sms> messages) {
        this.secrets = Stream.concat(
                        Stream.of(password), messages.stream().flatMap(sms -> Stream.of(sms.phone(), sms.text())))
                .distinct()
                .toList();
    }

    void areNotIn(LogCapture log) {
        assertThat(log.lines()).as("I4: log").allSatisfy(this::isClean);
    }

    /** Looks through the exception, its causes and what it suppressed, as a stack trace prints them. */
    void areNotIn(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        isClean(trace.toString());
    }

    /** Looks through the endpoints as they print themselves, and every attribute of every MBean, if there are any. */
    void areNotIn(CamelContext context) {
        for (Endpoint endpoint : context.getEndpoints()) {
            isClean(endpoint.toString());
        }
        if (context.getManagementStrategy().getManagementAgent() != null) {
            areNotInMBeansOf(context);
        }
    }

    private void areNotInMBeansOf(CamelContext context) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            Set<ObjectName> beans = server.queryNames(
                    new ObjectName("org.apache.camel:context=" + context.getManagementName() + ",*"), null);
            assertThat(beans).as("I4: the context is seen over JMX").hasSizeGreaterThan(5);
            for (ObjectName bean : beans) {
                for (MBeanAttributeInfo attribute : server.getMBeanInfo(bean).getAttributes()) {
                    isClean(value(server, bean, attribute));
                }
            }
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private void isClean(String shown) {
        if (secrets.stream().anyMatch(shown::contains)) {
            throw new AssertionError("I4: a secret is shown in " + shown);
        }
    }

    /** What cannot be read shows nothing. */
    private static String value(MBeanServer server, ObjectName bean, MBeanAttributeInfo attribute) {
        try {
            return bean + " " + attribute.getName() + " " + server.getAttribute(bean, attribute.getName());
        } catch (JMException | RuntimeException e) {
            return "";
        }
    }
}
