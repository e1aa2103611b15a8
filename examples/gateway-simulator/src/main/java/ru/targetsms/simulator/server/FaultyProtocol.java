package ru.targetsms.simulator.server;

import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Is Tomcat's HTTP/1.1, and lets us find the connection a request came over. */
public final class FaultyProtocol extends Http11NioProtocol {

    /**
     * Returns the connection of a client.
     *
     * @throws IllegalStateException when there is no such connection
     */
    SocketWrapperBase<NioChannel> connection(String address, int port) {
        return getEndpoint().getConnections().stream()
                .filter(connection -> connection.getRemotePort() == port
                        && connection.getRemoteAddr().equals(address))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The connection of a request is not to be found"));
    }
}
