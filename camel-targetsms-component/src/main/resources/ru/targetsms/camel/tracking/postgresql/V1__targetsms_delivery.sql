-- Accepted messages whose delivery reports are wanted; JdbcDeliveryTracker reads and writes it.
CREATE TABLE IF NOT EXISTS targetsms_delivery (
    account           VARCHAR(255) NOT NULL,
    id_message        VARCHAR(255) NOT NULL,
    client_id_message BIGINT,
    phone             VARCHAR,
    correlation_id    VARCHAR,
    -- SMS parts predicted.
    parts             INTEGER,
    -- When the gateway begins with the message.
    since             TIMESTAMP WITH TIME ZONE NOT NULL,
    -- When the message is due, or the end of the lease of whoever holds it; NULL once it is done.
    next_poll         TIMESTAMP WITH TIME ZONE,
    -- Nobody has claimed it yet.
    fresh             BOOLEAN NOT NULL,
    -- Grows with every claim and with what it came to: who writes with an old one writes nothing.
    version           BIGINT NOT NULL,
    owner             VARCHAR,
    -- The protocol's word for the state known so far.
    state             VARCHAR(32),
    polls             INTEGER NOT NULL,
    failures          INTEGER NOT NULL,
    done_at           TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (account, id_message)
);

-- What is done leaves it, so it stays as small as what is pending.
CREATE INDEX IF NOT EXISTS targetsms_delivery_due
    ON targetsms_delivery (account, fresh, next_poll) WHERE next_poll IS NOT NULL;

CREATE INDEX IF NOT EXISTS targetsms_delivery_done
    ON targetsms_delivery (done_at) WHERE done_at IS NOT NULL;
