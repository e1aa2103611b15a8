package ru.targetsms.simulator.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/** Makes the answers of the JSON API. */
final class Json {

    private Json() {}

    static ServerResponse ok(Object body) {
        return answer(HttpStatus.OK, body);
    }

    static ServerResponse done() {
        return ServerResponse.noContent().build();
    }

    static ServerResponse notFound(String what) {
        return answer(HttpStatus.NOT_FOUND, new Views.Error(what));
    }

    static ServerResponse badRequest(String why) {
        return answer(HttpStatus.BAD_REQUEST, new Views.Error(why));
    }

    static ServerResponse refused(HttpStatus status, String why) {
        return answer(status, new Views.Error(why));
    }

    private static ServerResponse answer(HttpStatus status, Object body) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Content-Type-Options", "nosniff")
                .body(body);
    }
}
