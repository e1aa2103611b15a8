package ru.targetsms.simulator.server;

import jakarta.servlet.http.HttpServletRequest;

/** Is the TCP connection under a request, where the web server lets us touch it. */
interface Connection {

    /** The attribute of a request that holds its connection. */
    String ATTRIBUTE = Connection.class.getName();

    /** Returns the connection of a request, null when it cannot be touched. */
    static Connection of(HttpServletRequest request) {
        return (Connection) request.getAttribute(ATTRIBUTE);
    }

    /** Sends nothing but these bytes, then closes the connection, or resets it. */
    void end(byte[] bytes, boolean reset);
}
