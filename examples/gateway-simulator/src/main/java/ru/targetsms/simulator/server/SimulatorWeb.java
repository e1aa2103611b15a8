package ru.targetsms.simulator.server;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import ru.targetsms.simulator.api.ApiRoutes;
import ru.targetsms.simulator.gateway.Door;
import ru.targetsms.simulator.gateway.Simulator;

/** Hangs a simulator into a web application: the gateway's two addresses and the JSON API. */
@Configuration(proxyBeanMethods = false)
public class SimulatorWeb {

    @Bean
    ServletRegistrationBean<GatewayServlet> targetSmsGateway(Simulator simulator) {
        GatewayServlet servlet =
                new GatewayServlet(simulator.door(), simulator.options().maxBody());
        var registration = new ServletRegistrationBean<>(servlet, Door.MESSAGE, Door.STATE);
        registration.setName("targetsms-gateway");
        return registration;
    }

    /** Lets the server stop at once, whatever a fault holds back. */
    @Bean
    ApplicationListener<ContextClosedEvent> targetSmsLetGo(Simulator simulator) {
        return event -> simulator.letGo();
    }

    @Bean
    RouterFunction<ServerResponse> targetSmsSimulatorApi(Simulator simulator) {
        return new ApiRoutes(simulator).routes();
    }
}
