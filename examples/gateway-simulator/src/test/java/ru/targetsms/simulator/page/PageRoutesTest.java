package ru.targetsms.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.function.EntityResponse;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.ServletRequestPathUtils;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.gateway.Account;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.gateway.SimulatorOptions;
import ru.targetsms.simulator.model.DuplicateAnswer;
import ru.targetsms.simulator.model.Profile;
import ru.targetsms.simulator.model.Refusal;

class PageRoutesTest {

    @Test
    void theEngineIsMadeWithTheFirstPage() throws Exception {
        try (GatewaySimulator simulator = GatewaySimulator.start();
                PageRoutes routes = new PageRoutes(simulator)) {
            ServerRequest asked = request("/shop", "/");
            var list = routes.routes().route(asked).orElseThrow();
            assertThat(routes.isEngineMade()).isFalse();

            String page = page(list.handle(asked));

            assertThat(routes.isEngineMade()).isTrue();
            assertThat(page)
                    .contains("href=\"/shop/report\"", "src=\"/shop/assets/app.js?v=", "sse-connect=\"/shop/events?");
        }
    }

    @Test
    void whatChangesWhileAPageIsMadeIsToldToItsStream() throws Exception {
        Restless simulator = new Restless();
        try (PageRoutes routes = new PageRoutes(simulator)) {
            String before = change(routes);

            simulator.changing = true;
            assertThat(change(routes)).isEqualTo(before);
            simulator.changing = false;
            assertThat(change(routes)).isNotEqualTo(before);
        }
    }

    @Test
    void noStreamIsOpenedAnewWhileTheServerStops() throws Exception {
        PageRoutes routes = new PageRoutes(new Restless());
        ServerRequest asked = request("", "/events");
        var stream = routes.routes().route(asked).orElseThrow();

        routes.close();

        assertThat(stream.handle(asked).statusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static String change(PageRoutes routes) throws Exception {
        ServerRequest request = request("", "/");
        String page = page(routes.routes().route(request).orElseThrow().handle(request));
        return page.split("/events\\?after=")[1].split("\"")[0];
    }

    private static String page(ServerResponse answer) {
        return (String) ((EntityResponse<?>) answer).entity();
    }

    private static ServerRequest request(String contextPath, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", contextPath + path);
        request.addHeader("Host", "localhost");
        request.setContextPath(contextPath);
        ServletRequestPathUtils.parseAndCache(request);
        return ServerRequest.create(request, List.of());
    }

    /** Changes between what the inbox reads first and what it reads last. */
    private static final class Restless extends Simulator {

        private boolean changing;

        Restless() {
            super(new SimulatorOptions(
                    List.of(new Account("demo", "demo", null, false)),
                    Profile.INSTANT,
                    1,
                    DuplicateAnswer.BOTH,
                    1,
                    1,
                    1,
                    Clock.systemUTC(),
                    ZoneOffset.UTC));
        }

        @Override
        public List<Refusal> refusals() {
            if (changing) {
                faults().add(Fault.empty());
            }
            return super.refusals();
        }
    }
}
