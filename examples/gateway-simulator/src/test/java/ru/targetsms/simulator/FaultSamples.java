package ru.targetsms.simulator;

import java.time.Duration;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.fault.WrongEncoding;
import ru.targetsms.simulator.fault.XmlAttack;
import ru.targetsms.simulator.model.DuplicateAnswer;

/** Has one fault of every action; an action without one does not compile. */
final class FaultSamples {

    private FaultSamples() {}

    static Fault of(FaultAction action) {
        return switch (action) {
            case STATUS -> Fault.status(503).retryAfter("5");
            case ANSWER_WITH_STATUS -> Fault.answerWithStatus(500).header("Set-Cookie", "a=b");
            case REDIRECT -> Fault.redirect(307, "http://localhost:1/elsewhere");
            case GATEWAY_ERROR -> Fault.gatewayError("Сервер занят").afterAccept();
            case MESSAGE_ERROR -> Fault.messageError("Нет <текста>");
            case REFUSAL -> Fault.refusal("Нет").phone("7900*");
            case DUPLICATE_ANSWER -> Fault.duplicateAnswer(DuplicateAnswer.ERROR_TEXT);
            case DELAY -> Fault.delay(Duration.ofMillis(1));
            case DELAY_BEFORE_ACCEPT -> Fault.delayBeforeAccept(Duration.ofMillis(1));
            case DROP -> Fault.dropBeforeAccept();
            case RESET -> Fault.resetAfterAccept();
            case EMPTY -> Fault.empty().afterDelay(Duration.ofMillis(1));
            case TRUNCATED -> Fault.truncated();
            case HALF_ANSWER -> Fault.halfAnswer(1);
            case MALFORMED_CHUNK -> Fault.malformedChunk();
            case GARBAGE -> Fault.garbage().first(1);
            case HTML_PAGE -> Fault.htmlPage().onSend();
            case JSON -> Fault.json().text("t.xt");
            case OTHER_ROOT -> Fault.otherRoot().probability(1);
            case HUGE -> Fault.huge(100_000);
            case GZIP_BOMB -> Fault.gzipBomb().perSecond(0);
            case DRIP -> Fault.drip(Duration.ofNanos(1000));
            case ENCODING -> Fault.encoding(WrongEncoding.UTF_16);
            case XML_ATTACK -> Fault.xmlAttack(XmlAttack.EXTERNAL_DTD, "http://localhost:1/x.dtd");
            case REORDERED -> Fault.reordered();
            case MISSING -> Fault.missing(1);
            case EXTRA -> Fault.extra().probability(1, 42);
            case ATTRIBUTE -> Fault.attribute("id_sms", "два");
        };
    }
}
