package ru.targetsms.camel;

class SendProducerContractTest extends AsyncProducerContract {

    SendProducerContractTest() {
        super(
                "targetsms:send",
                "secret text",
                "<response><message><information id_message=\"1\" client_id_message=\"7\" phone=\"79001234567\">send"
                        + "</information></message></response>");
    }
}
