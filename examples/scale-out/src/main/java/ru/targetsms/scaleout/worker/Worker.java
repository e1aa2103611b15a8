package ru.targetsms.scaleout.worker;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/**
 * Is one node of a group: sends the orders of a topic and reports what became of the messages. Nodes need not know of
 * each other; start as many as needed. Everything else is in {@code application.properties}.
 */
public final class Worker {

    private Worker() {}

    /** Runs until it is stopped; takes no arguments. Says {@code ready} when its routes have started. */
    public static void main(String[] args) throws Exception {
        if (Boolean.getBoolean("worker.endsWithParent")) {
            endWithParent();
        }
        Main main = new Main();
        main.configure().addRoutesBuilder(OrdersRoute.class, ReportsRoute.class);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport started) {
                System.out.println("ready");
            }
        });
        main.run();
        System.exit(main.getExitCode());
    }

    /** Leaves no node behind when the controller is killed. */
    private static void endWithParent() {
        ProcessHandle.current().parent().orElseThrow().onExit().thenRun(() -> Runtime.getRuntime()
                .halt(1));
    }
}
