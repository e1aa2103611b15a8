package ru.targetsms.camel;

class StatusProducerContractTest extends AsyncProducerContract {

    StatusProducerContractTest() {
        super("targetsms:status", "111", "<response><state id_message=\"111\">deliver</state></response>");
    }
}
