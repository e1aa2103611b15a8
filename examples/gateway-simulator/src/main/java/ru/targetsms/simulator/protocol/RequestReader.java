package ru.targetsms.simulator.protocol;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the two request documents (R5-R20, R25). Elements stand in the order of the manual's samples, each field at
 * most once; anything else is refused as malformed. Limits of values are not looked at here.
 */
public final class RequestReader {

    private static final List<String> VALUE = List.of("value");
    private static final List<String> ABONENT = List.of("phone", "client_id_message");

    private RequestReader() {}

    public static SendDocument send(String document) throws DocumentRefused {
        XmlCursor cursor = new XmlCursor(document);
        cursor.open("request");
        Credentials security = security(cursor);
        List<MessageElement> messages = new ArrayList<>();
        do {
            messages.add(message(cursor));
        } while (cursor.opens());
        cursor.close("request");
        return new SendDocument(security, messages);
    }

    public static StateDocument state(String document) throws DocumentRefused {
        XmlCursor cursor = new XmlCursor(document);
        cursor.open("request");
        Credentials security = security(cursor);
        cursor.open("state");
        List<String> ids = new ArrayList<>();
        do {
            ids.add(cursor.text("id_message"));
        } while (cursor.opens());
        cursor.close("state");
        cursor.close("request");
        return new StateDocument(security, ids);
    }

    private static Credentials security(XmlCursor cursor) throws DocumentRefused {
        if (!cursor.at("security")) {
            return null;
        }
        cursor.open("security");
        String login = value(cursor, "login");
        String password = value(cursor, "password");
        cursor.close("security");
        return new Credentials(login, password);
    }

    private static String value(XmlCursor cursor, String element) throws DocumentRefused {
        String value = cursor.open(element, VALUE).get("value");
        XmlCursor.require(value != null);
        cursor.close(element);
        return value;
    }

    private static MessageElement message(XmlCursor cursor) throws DocumentRefused {
        cursor.open("message");
        Map<Field, String> fields = new EnumMap<>(Field.class);
        Field last = null;
        while (cursor.opens() && !cursor.at("abonent")) {
            Field field = Field.named(cursor.element());
            XmlCursor.require(last == null || last.compareTo(field) < 0);
            fields.put(field, cursor.text(field.element()));
            last = field;
        }
        List<Abonent> abonents = new ArrayList<>();
        while (cursor.opens()) {
            abonents.add(abonent(cursor));
        }
        cursor.close("message");
        return new MessageElement(fields, abonents);
    }

    private static Abonent abonent(XmlCursor cursor) throws DocumentRefused {
        Map<String, String> attributes = cursor.open("abonent", ABONENT);
        cursor.close("abonent");
        return new Abonent(attributes.getOrDefault("phone", ""), attributes.getOrDefault("client_id_message", ""));
    }
}
