package ru.targetsms.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.Preset;
import ru.targetsms.simulator.protocol.Field;

/** Is every page of a simulator on which there is something to see, by a name for each. */
final class Site {

    static final List<String> LANGUAGES = List.of("en", "ru");
    static final List<String> THEMES = List.of("light", "dark");

    private static final String VIBER =
            "Анна, ваш заказ 1001 собран. Курьер приедет завтра с 10 до 12, позвонит за полчаса.";
    private static final String SMS = "Заказ 1001 собран, курьер приедет завтра с 10 до 12.";
    private static final List<String> TABS = List.of("timeline", "request", "answer", "headers", "questions");

    private final Map<String, String> addresses = new LinkedHashMap<>();

    private Site() {}

    /** Fills the simulator and returns its pages: short and long texts, every badge, refusals, faults on and off. */
    static Site of(GatewaySimulator gateway) {
        Sender sender = new Sender(gateway.baseUrl());
        sender.send(cascade("79001234567") + cascade("70000000011") + cascade("70000000002"));
        sender.sms("79001234568", "Your code: 4711");
        sender.sms("79001234569", "Донаудампфшиффартсгезельшафтскапитэн".repeat(8));
        sender.sms("7000", "Too short");
        sender.send(cascade("70000000005"));
        long id = gateway.messages().get(0).idMessage();
        sender.ask(id);
        gateway.faults().add(Fault.gatewayError("Ошибка. ".repeat(20)).phone("79009999999"));
        gateway.faults().add(Preset.SLOW.fault().phone("79009999999"));
        gateway.faults()
                .enable(gateway.faults().add(Preset.HALF_ANSWERS.fault()).id(), false);
        Site site = new Site();
        site.addresses.put("inbox", "/");
        site.addresses.put("search", "/?q=заказ");
        site.addresses.put("nothing", "/?q=nobody");
        TABS.forEach(tab -> site.addresses.put(tab, "/messages/" + id + "?tab=" + tab));
        site.addresses.put("long", "/messages/" + gateway.latest().orElseThrow().idMessage());
        site.addresses.put("faults", "/faults");
        site.addresses.put("report", "/report");
        return site;
    }

    /** Returns the pages: what each is, and where. */
    Map<String, String> addresses() {
        return addresses;
    }

    /** Chooses language and theme as a reader would who has chosen before. */
    static void choose(Page page, String baseUrl, String language, String theme) {
        page.context()
                .addCookies(List.of(
                        cookie(baseUrl, "targetsms-lang", language), cookie(baseUrl, "targetsms-theme", theme)));
    }

    private static Cookie cookie(String baseUrl, String name, String value) {
        return new Cookie(name, value).setUrl(baseUrl).setHttpOnly(true).setSameSite(SameSiteAttribute.STRICT);
    }

    private static String cascade(String phone) {
        return Sender.message(
                Map.of(
                        Field.SEND_VIBER, "1",
                        Field.SEND_SMS, "2",
                        Field.NAME_DELIVERY, "Заказы интернет-магазина",
                        Field.SENDER_VIBER, "Shop",
                        Field.TEXT_VIBER, VIBER,
                        Field.BUTTON_TEXT, "Где мой заказ?",
                        Field.BUTTON_URL, "https://shop.example/orders/1001?from=viber&customer=anna-with-a-long-name",
                        Field.IMAGE_URL, "https://shop.example/pictures/parcel-with-a-very-long-name-0000001001.jpg",
                        Field.SENDER_SMS, "Shop",
                        Field.TEXT_SMS, SMS),
                Sender.abonent(phone, phone));
    }
}
