package ru.targetsms.benchmark.contender;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

/** (a) The route that is written by hand today: a template, a POST by camel-http, an XPath on the answer. */
public final class HandWrittenRoute implements Sender {

    private static final String DOCUMENT = "<?xml version=\"1.0\" encoding=\"utf-8\"?><request><security>"
            + "<login value=\"demo\"/><password value=\"demo\"/></security><message><send_sms>1</send_sms>"
            + "<sender_sms>" + Sms.SENDER + "</sender_sms><text_sms>${body}</text_sms>"
            + "<abonent phone=\"${variable.phone}\" client_id_message=\"${variable.clientId}\"/></message></request>";

    private final Messages messages;
    private final ProducerTemplate template;

    /** Adds the route to the context. */
    public HandWrittenRoute(CamelContext context, Messages messages, String url) throws Exception {
        this.messages = messages;
        this.template = context.createProducerTemplate();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:hand-written")
                        .setBody(exchange -> escape(exchange.getMessage().getBody(String.class)))
                        .setBody(simple(DOCUMENT))
                        .setHeader(Exchange.CONTENT_TYPE, constant("text/xml; charset=utf-8"))
                        .to(url)
                        .setBody(xpath("/response/message/information/@id_message", String.class));
            }
        });
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public int send(long first) {
        Sms sms = messages.get(first);
        Exchange answered = template.request("direct:hand-written", exchange -> {
            exchange.setVariable("phone", sms.phone());
            exchange.setVariable("clientId", sms.clientIdMessage());
            exchange.getMessage().setBody(sms.text());
        });
        return Answers.rethrow(answered).getMessage().getBody(String.class).isEmpty() ? 0 : 1;
    }

    @Override
    public void close() throws Exception {
        template.close();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
