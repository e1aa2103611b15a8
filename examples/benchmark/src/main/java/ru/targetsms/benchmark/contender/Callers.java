package ru.targetsms.benchmark.contender;

/** Calls a sender from several threads; each waits for its answer before it sends again. */
public final class Callers implements Contender {

    private final Sender sender;
    private final Threads threads;

    /** Calls the sender, which stays the caller's, from so many threads. */
    public Callers(Sender sender, int threads) {
        this.sender = sender;
        this.threads = new Threads(threads);
    }

    @Override
    public long send(Quota quota) throws Exception {
        return threads.run(() -> {
            long accepted = 0;
            for (long first = quota.take(sender.size()); first >= 0; first = quota.take(sender.size())) {
                accepted += sender.send(first);
            }
            return accepted;
        });
    }

    @Override
    public void close() {
        threads.close();
    }
}
