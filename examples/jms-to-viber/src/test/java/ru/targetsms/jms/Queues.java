package ru.targetsms.jms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jms.core.JmsTemplate;

/** The broker as the shop sees it. What is looked at stays on its queue. */
final class Queues {

    private static final JsonMapper JSON = new JsonMapper();

    private final JmsTemplate jms;

    Queues(ConnectionFactory broker) {
        jms = new JmsTemplate(broker);
    }

    void put(String order) {
        jms.convertAndSend("orders", order);
    }

    void put(int number, String phone) {
        put(order(number, phone));
    }

    static String order(int number, String phone) {
        return "{\"number\":\"" + number + "\",\"phone\":\"" + phone + "\",\"customer\":\"Анна\","
                + "\"picture\":\"https://shop.example/1.jpg\",\"link\":\"https://shop.example/1\",\"total\":1}";
    }

    /** Returns the text that a customer gets first. */
    static String textOf(int number) {
        return "Анна, ваш заказ " + number + " собран и ждёт вас в магазине. Хранится три дня.";
    }

    List<Message> orders() {
        return look("orders");
    }

    List<Message> refused() {
        return look("orders.refused");
    }

    List<JsonNode> reports() {
        return look("reports").stream().map(Queues::text).map(Queues::parse).toList();
    }

    private List<Message> look(String queue) {
        return jms.browse(queue, (session, browser) -> {
            List<Message> messages = new ArrayList<>();
            browser.getEnumeration().asIterator().forEachRemaining(message -> messages.add((Message) message));
            return messages;
        });
    }

    static String text(Message message) {
        try {
            return ((TextMessage) message).getText();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    static String header(Message message, String name) {
        try {
            return message.getStringProperty(name);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
