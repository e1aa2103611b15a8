package ru.targetsms.simulator.page;

import java.util.List;
import ru.targetsms.simulator.model.HttpExchange;

/** Is one header of a request, its secrets as dots. */
record HeaderLine(String name, String value) {

    static List<HeaderLine> of(HttpExchange exchange) {
        return exchange.headers().entrySet().stream()
                .flatMap(header -> header.getValue().stream()
                        .map(value -> new HeaderLine(header.getKey(), Secrets.header(header.getKey(), value))))
                .toList();
    }
}
