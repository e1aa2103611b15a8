package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CredentialsTest {

    @RegisterExtension
    private static final GatewaySimulator gateway = GatewaySimulator.builder()
            .account("shop", "secret")
            .token("abc")
            .account("bank", "other")
            .start();

    private static final String WRONG = "<error>Неправильный логин или пароль</error>";
    private static final String MALFORMED = "<error>Неправильный формат XML документа</error>";

    private final Client client = new Client(gateway.baseUrl());

    @Test
    void r5_the_right_pair_is_let_in() {
        assertThat(send(security("shop", "secret"))).contains(">send<");
        assertThat(send(security("bank", "other"))).contains(">send<");
    }

    @Test
    void r5_a_wrong_pair_is_refused_and_so_is_none() {
        assertThat(send(security("shop", "other"))).contains(WRONG);
        assertThat(send(security("demo", "demo"))).contains(WRONG);
        assertThat(send("")).contains(WRONG);
    }

    @Test
    void r5_states_are_told_to_the_right_pair_only() {
        String ask = "<request>" + security("shop", "nonsense") + "<state><id_message>1</id_message></state></request>";

        assertThat(client.post("/xml/state_message.php", ask)).contains(WRONG);
    }

    @Test
    void r5_the_security_element_holds_nothing_else() {
        assertThat(send("<security><login value=\"shop\"/></security>")).contains(MALFORMED);
        assertThat(send("<security><login value=\"shop\" x=\"\"/><password value=\"secret\"/></security>"))
                .contains(MALFORMED);
        assertThat(send("<security><login>shop</login><password value=\"secret\"/></security>"))
                .contains(MALFORMED);
    }

    @Test
    void r5_a_blocked_account_is_told_so_until_it_is_let_in_again() {
        gateway.block("bank", true);
        assertThat(send(security("bank", "other"))).contains("<error>Ваш аккаунт заблокирован</error>");
        assertThat(send(security("shop", "secret"))).contains(">send<");

        gateway.block("bank", false);
        assertThat(send(security("bank", "other"))).contains(">send<");
        assertThatThrownBy(() -> gateway.block("nobody", true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void r32_a_bearer_token_replaces_the_pair() {
        assertThat(send("", "Bearer abc")).contains(">send<");
        assertThat(gateway.latest().orElseThrow().login()).isEqualTo("shop");
    }

    @Test
    void r32_a_wrong_token_is_refused() {
        assertThat(send("", "Bearer abcd")).contains(WRONG);
        assertThat(send("", "Basic abc")).contains(WRONG);
        assertThat(send("", "Bearer null")).contains(WRONG);
    }

    @Test
    void r32_with_a_token_the_security_element_is_left_out() {
        assertThat(send(security("shop", "secret"), "Bearer abc")).contains(MALFORMED);
    }

    private String send(String security, String... authorization) {
        String document = "<request>" + security + Client.sms("79001234567", "text") + "</request>";
        String[] headers = authorization.length == 0
                ? new String[] {"Content-Type", Client.TYPE}
                : new String[] {"Content-Type", Client.TYPE, "Authorization", authorization[0]};
        return client.post("/xml/message.php", document.getBytes(StandardCharsets.UTF_8), headers)
                .body();
    }

    private static String security(String login, String password) {
        return "<security><login value=\"" + login + "\"/><password value=\"" + password + "\"/></security>";
    }
}
