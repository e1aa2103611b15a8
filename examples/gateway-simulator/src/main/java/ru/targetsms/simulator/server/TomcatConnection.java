package ru.targetsms.simulator.server;

import java.io.IOException;
import java.net.StandardSocketOptions;
import org.apache.catalina.connector.Request;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Is a connection of Tomcat's. */
record TomcatConnection(Request request, FaultyProtocol protocol) implements Connection {

    /** Remembers the connection with its request, when it is one that can be touched. */
    static void remember(Request request) {
        if (request.getConnector().getProtocolHandler() instanceof FaultyProtocol protocol
                && request.getProtocol().startsWith("HTTP/1.")) {
            request.setAttribute(ATTRIBUTE, new TomcatConnection(request, protocol));
        }
    }

    @Override
    public void end(byte[] bytes, boolean reset) {
        try {
            SocketWrapperBase<NioChannel> socket = protocol.connection(request.getPeerAddr(), request.getRemotePort());
            socket.write(true, bytes, 0, bytes.length);
            socket.flush(true);
            if (reset) {
                socket.getSocket().getIOChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException e) {
            // The client did not wait: nobody is left to see it.
        } finally {
            request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
        }
    }

    @Override
    public String toString() {
        return "TomcatConnection[]";
    }
}
