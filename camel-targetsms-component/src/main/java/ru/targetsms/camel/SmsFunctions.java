package ru.targetsms.camel;

import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ContextServicePlugin;
import org.apache.camel.spi.SimpleFunction;
import ru.targetsms.camel.text.SmsText;

/**
 * Gives the simple language of every context two functions of texts: {@code ${smsParts(${body})}}, a whole number, and
 * {@code ${smsEncoding(${body})}}, {@code GSM_7} or {@code UCS_2}. Without an argument they take the body.
 *
 * <pre>{@code
 * .filter(simple("${smsParts(${header.text})} > 3"))
 * }</pre>
 */
public final class SmsFunctions implements ContextServicePlugin {

    @Override
    public void load(CamelContext context) {
        bind(context, "smsParts", SmsText::parts);
        bind(context, "smsEncoding", SmsText::encoding);
    }

    /** As a bean, where Camel looks in every profile. One of the user's own stays. */
    private static void bind(CamelContext context, String name, Function<SmsText, Object> function) {
        if (context.getRegistry().lookupByName(name) == null) {
            context.getRegistry().bind(name, SimpleFunction.class, new OfText(context, name, function));
        }
    }

    private record OfText(CamelContext context, String name, Function<SmsText, Object> function)
            implements SimpleFunction {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public Object apply(Exchange exchange, Object input) throws Exception {
            return function.apply(
                    SmsText.of(context.getTypeConverter().mandatoryConvertTo(String.class, exchange, input)));
        }
    }
}
