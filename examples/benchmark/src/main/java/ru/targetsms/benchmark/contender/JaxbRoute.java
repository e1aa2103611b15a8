package ru.targetsms.benchmark.contender;

import jakarta.xml.bind.JAXBContext;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.jaxb.JaxbDataFormat;
import ru.targetsms.benchmark.wire.Request;
import ru.targetsms.benchmark.wire.Response;

/** (b) The hand-written route with camel-jaxb instead of template and XPath. */
public final class JaxbRoute implements Sender {

    private final Messages messages;
    private final ProducerTemplate template;

    /** Adds the route to the context. */
    public JaxbRoute(CamelContext context, Messages messages, String url) throws Exception {
        this.messages = messages;
        this.template = context.createProducerTemplate();
        JaxbDataFormat jaxb = new JaxbDataFormat(JAXBContext.newInstance(Request.class, Response.class));
        jaxb.setPrettyPrint(false);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:jaxb")
                        .marshal(jaxb)
                        .setHeader(Exchange.CONTENT_TYPE, constant("text/xml; charset=utf-8"))
                        .to(url)
                        .unmarshal(jaxb);
            }
        });
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public int send(long first) {
        Request request = Request.of(List.of(messages.get(first)));
        Exchange answered = template.request(
                "direct:jaxb", exchange -> exchange.getMessage().setBody(request));
        return Answers.rethrow(answered).getMessage().getBody(Response.class).accepted();
    }

    @Override
    public void close() throws Exception {
        template.close();
    }
}
