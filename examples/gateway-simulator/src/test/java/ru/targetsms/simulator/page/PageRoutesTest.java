package ru.targetsms.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.function.EntityResponse;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.util.ServletRequestPathUtils;
import ru.targetsms.simulator.GatewaySimulator;

class PageRoutesTest {

    @Test
    void theEngineIsMadeWithTheFirstPage() throws Exception {
        try (GatewaySimulator simulator = GatewaySimulator.start();
                PageRoutes routes = new PageRoutes(simulator)) {
            MockHttpServletRequest request = new MockHttpServletRequest("GET", "/shop/");
            request.addHeader("Host", "localhost");
            request.setContextPath("/shop");
            ServletRequestPathUtils.parseAndCache(request);
            ServerRequest asked = ServerRequest.create(request, List.of());
            var list = routes.routes().route(asked).orElseThrow();
            assertThat(routes.isEngineMade()).isFalse();

            String page = (String) ((EntityResponse<?>) list.handle(asked)).entity();

            assertThat(routes.isEngineMade()).isTrue();
            assertThat(page)
                    .contains("href=\"/shop/report\"", "src=\"/shop/assets/app.js?v=", "sse-connect=\"/shop/events?");
        }
    }
}
