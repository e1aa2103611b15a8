package ru.targetsms.simulator.page;

import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.util.UriComponentsBuilder;
import ru.targetsms.simulator.gateway.Account;
import ru.targetsms.simulator.gateway.SimulatorOptions;

/** Shows somebody whose inbox is empty where to send, and how to try it. */
record Example(String baseUrl, String login, String curl) {

    private static final String KNOWN = "demo";

    /** Makes the example for the address the reader came by. No password is shown but the one everybody knows. */
    static Example of(ServerRequest request, SimulatorOptions options) {
        String baseUrl = UriComponentsBuilder.fromUri(request.uri())
                .replacePath(request.requestPath().contextPath().value())
                .replaceQuery(null)
                .toUriString();
        Account account = options.accounts().get(0);
        String password = KNOWN.equals(account.password()) ? KNOWN : "PASSWORD";
        return new Example(baseUrl, account.login(), curl(baseUrl, account.login(), password));
    }

    private static String curl(String baseUrl, String login, String password) {
        return "curl " + baseUrl + "/xml/message.php -H 'Content-Type: text/xml; charset=utf-8' --data-binary "
                + "'<request><security><login value=\"" + login + "\"/><password value=\"" + password
                + "\"/></security><message><send_viber>1</send_viber><send_sms>2</send_sms>"
                + "<text_viber>Ваш заказ готов</text_viber><text_sms>Заказ готов</text_sms>"
                + "<abonent phone=\"79001234567\"/></message></request>'";
    }
}
