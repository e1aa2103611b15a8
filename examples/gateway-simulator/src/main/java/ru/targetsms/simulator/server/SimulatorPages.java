package ru.targetsms.simulator.server;

import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.page.PageRoutes;

/** Hangs the simulator's pages into a web application. */
@Configuration(proxyBeanMethods = false)
public class SimulatorPages {

    @Bean
    PageRoutes targetSmsSimulatorPageRoutes(Simulator simulator) {
        return new PageRoutes(simulator);
    }

    @Bean
    RouterFunction<ServerResponse> targetSmsSimulatorPages(PageRoutes pages) {
        return pages.routes();
    }

    /** Lets the server stop at once, whoever watches. */
    @Bean
    ApplicationListener<ContextClosedEvent> targetSmsSimulatorPagesEnd(PageRoutes pages) {
        return event -> pages.close();
    }
}
