package ru.targetsms.camel.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.simulator.process.ForkedProgram;

/**
 * Is the program that is killed: takes orders from a queue and sends each as an SMS, in a JVM of its own. A message
 * leaves the queue when its exchange has ended well; otherwise, and when the program dies, the broker delivers it again.
 */
public final class CrashConsumer extends RouteBuilder {

    /** Property of a JMS message: who gets it. */
    static final String PHONE = "phone";

    /** Property of a JMS message: the business key. It is as old as the message, so every delivery has the same one. */
    static final String ORDER_NUMBER = "orderNumber";

    private final String sendOptions;

    private CrashConsumer(String sendOptions) {
        this.sendOptions = sendOptions;
    }

    /** Starts it in another JVM; what it prints is appended to a file. */
    static ForkedProgram fork(Path output, String broker, String gateway, String sendOptions) throws IOException {
        return new ForkedProgram(
                CrashConsumer.class,
                output,
                List.of("-Xmx96m", "-Dtest.log=WARN", "-Dorg.apache.camel.jmx.disabled=true"),
                broker,
                gateway,
                sendOptions);
    }

    /** Runs until the test ends. Takes the addresses of broker and gateway, and the options of the send endpoint. */
    public static void main(String[] args) throws Exception {
        JmsComponent jms = JmsComponent.jmsComponent(new ActiveMQConnectionFactory(args[0]));
        jms.setTransacted(true);
        jms.setLazyCreateTransactionManager(false);
        CamelContext context = new DefaultCamelContext();
        context.addComponent("jms", jms);
        TargetSmsConfiguration configuration =
                context.getComponent("targetsms", TargetSmsComponent.class).getConfiguration();
        configuration.setBaseUrl(args[1]);
        configuration.setUsername("demo");
        configuration.setPassword("demo");
        context.addRoutes(new CrashConsumer(args[2]));
        context.start();
        ProcessHandle.current().parent().orElseThrow().onExit().join();
    }

    @Override
    public void configure() {
        onException(TargetSmsException.class)
                .onWhen(simple("${exception.retrySafe}"))
                .maximumRedeliveries(5)
                .redeliveryDelay(50);

        from("jms:" + Broker.ORDERS + "?concurrentConsumers=4")
                .setHeader(TargetSmsConstants.PHONE, header(PHONE))
                .to("targetsms:send?" + sendOptions);
    }
}
