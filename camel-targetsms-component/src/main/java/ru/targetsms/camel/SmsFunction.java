package ru.targetsms.camel;

import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.SimpleFunction;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.text.SmsText;

/**
 * Names the functions of texts for the simple language: {@code ${smsParts(${body})}}, a whole number, and {@code
 * ${smsEncoding(${body})}}, {@code GSM_7} or {@code UCS_2}. Without an argument they take the body.
 *
 * <pre>{@code
 * .filter(simple("${smsParts(${header.text})} > 3"))
 * }</pre>
 */
public enum SmsFunction implements SimpleFunction {
    /** In how many parts an SMS would carry the text. */
    SMS_PARTS("smsParts", SmsText::parts),
    /** How an SMS would carry the characters of the text. */
    SMS_ENCODING("smsEncoding", SmsText::encoding);

    private final String name;

    @SuppressWarnings("ImmutableEnumChecker") // a method, which holds nothing
    private final Function<SmsText, Object> function;

    SmsFunction(String name, Function<SmsText, Object> function) {
        this.name = name;
        this.function = function;
    }

    /** Makes the functions known to a context, as beans: there Camel looks in every profile. A bean of that name stays. */
    static void bind(CamelContext context) {
        for (SmsFunction function : values()) {
            if (context.getRegistry().lookupByName(function.name) == null) {
                context.getRegistry().bind(function.name, SimpleFunction.class, function);
            }
        }
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Object apply(Exchange exchange, @Nullable Object input) throws Exception {
        return function.apply(
                SmsText.of(exchange.getContext().getTypeConverter().mandatoryConvertTo(String.class, exchange, input)));
    }
}
