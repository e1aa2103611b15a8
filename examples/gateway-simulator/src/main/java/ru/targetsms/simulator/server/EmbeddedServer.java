package ru.targetsms.simulator.server;

import java.net.InetAddress;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import ru.targetsms.simulator.gateway.Simulator;

/**
 * Runs a simulator on a web server of its own, on loopback. Nothing but what stands in this file is configured: no
 * application properties, no auto-configuration, no banner, no logging system of the application around it.
 */
public final class EmbeddedServer implements AutoCloseable {

    /** Held, because the logging of the JDK forgets the level of a logger nobody holds. */
    private static final List<Logger> TOMCAT = Stream.of("org.apache.catalina", "org.apache.coyote")
            .map(Logger::getLogger)
            .toList();

    private final AnnotationConfigServletWebServerApplicationContext context;

    /** @param port 0 for any free one */
    public EmbeddedServer(Simulator simulator, int port) {
        hush();
        context = new AnnotationConfigServletWebServerApplicationContext();
        context.registerBean(Simulator.class, () -> simulator);
        context.registerBean(TomcatServletWebServerFactory.class, () -> server(port));
        context.register(Mvc.class, SimulatorWeb.class, SimulatorPages.class);
        context.refresh();
    }

    public int port() {
        return context.getWebServer().getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    private static TomcatServletWebServerFactory server(int port) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(port);
        factory.setAddress(InetAddress.getLoopbackAddress());
        factory.setRegisterDefaultServlet(false);
        factory.addContextCustomizers(application -> application.setRequestCharacterEncoding("UTF-8"));
        TomcatConnections.open(factory);
        return factory;
    }

    /** Keeps Tomcat from telling of every start, unless somebody has said how much it shall tell. */
    private static void hush() {
        TOMCAT.stream().filter(logger -> logger.getLevel() == null).forEach(logger -> logger.setLevel(Level.WARNING));
    }

    @EnableWebMvc
    @Configuration(proxyBeanMethods = false)
    static class Mvc {

        @Bean
        DispatcherServlet dispatcherServlet() {
            return new DispatcherServlet();
        }

        @Bean
        ServletRegistrationBean<DispatcherServlet> dispatcher(DispatcherServlet servlet) {
            return new ServletRegistrationBean<>(servlet, "/");
        }
    }
}
