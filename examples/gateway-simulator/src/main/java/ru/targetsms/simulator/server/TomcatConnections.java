package ru.targetsms.simulator.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;

/** Opens the connections of a Tomcat to the faults that touch them. */
public final class TomcatConnections {

    private TomcatConnections() {}

    /** Prepares a Tomcat; one that has been given a protocol of its own keeps it, and those faults are refused. */
    public static void open(TomcatServletWebServerFactory factory) {
        factory.setProtocol(FaultyProtocol.class.getName());
        factory.addEngineValves(new Remembering());
    }

    private static final class Remembering extends ValveBase {

        Remembering() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            TomcatConnection.remember(request);
            getNext().invoke(request, response);
        }
    }
}
