package ru.targetsms.benchmark.contender;

/** (d) The component, one message in each exchange, from callers that wait. */
public final class ComponentSingles implements Sender {

    private final ComponentRoutes routes;
    private final Messages messages;

    /** Sends through routes that stay the caller's. */
    public ComponentSingles(ComponentRoutes routes, Messages messages) {
        this.routes = routes;
        this.messages = messages;
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public int send(long first) throws Exception {
        return routes.send(routes.exchange(messages.get(first)));
    }
}
