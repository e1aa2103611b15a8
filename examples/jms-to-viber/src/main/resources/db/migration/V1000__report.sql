create table report (
    id_message   text primary key,
    order_number text not null,
    state        text not null,
    state_viber  text,
    state_sms    text,
    changed_at   timestamp with time zone,
    price_viber  numeric(12, 4),
    price_sms    numeric(12, 4),
    final        boolean not null,
    received_at  timestamp with time zone not null default now()
);
create index report_order_number on report (order_number);
