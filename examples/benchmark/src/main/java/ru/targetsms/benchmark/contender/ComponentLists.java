package ru.targetsms.benchmark.contender;

import java.util.ArrayList;
import java.util.List;
import ru.targetsms.camel.model.TargetSmsMessage;

/** (e) The component with a list of many messages as the body. */
public final class ComponentLists implements Sender {

    private final ComponentRoutes routes;
    private final int size;
    private final List<List<TargetSmsMessage>> lists = new ArrayList<>();

    /** Makes lists of a size that divides the number of messages. The routes stay the caller's. */
    public ComponentLists(ComponentRoutes routes, Messages messages, int size) {
        this.routes = routes;
        this.size = size;
        for (int first = 0; first < messages.count(); first += size) {
            lists.add(messages.get(first, size).stream()
                    .map(ComponentLists::message)
                    .toList());
        }
    }

    /** Makes the component's message of one of ours. */
    public static TargetSmsMessage message(Sms sms) {
        return TargetSmsMessage.builder()
                .to(sms.phone(), sms.clientIdMessage())
                .textSms(sms.text())
                .build();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int send(long first) throws Exception {
        return routes.send(routes.exchange(lists.get((int) (first / size % lists.size()))));
    }
}
