package ru.targetsms.simulator.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Makes the answers of the JSON API, and reads its parameters. */
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

    /** @throws IllegalArgumentException when the parameter is missing */
    static String needed(ServerRequest request, String parameter) {
        return request.param(parameter)
                .orElseThrow(() -> new IllegalArgumentException("Parameter " + parameter + " is missing"));
    }

    /** @throws IllegalArgumentException when the parameter is no number, or below 0 */
    static int number(ServerRequest request, String parameter, int otherwise) {
        String value = request.param(parameter).orElse(Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, in our own words.
        }
        throw new IllegalArgumentException(parameter + " must be a number, 0 or more");
    }

    /** @throws IllegalArgumentException when it is no number, or one above 63 bits */
    static long clientId(String written) {
        try {
            return Long.parseLong(written.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("client_id_message must be a number of at most 63 bits");
        }
    }

    private static ServerResponse answer(HttpStatus status, Object body) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .body(body);
    }
}
