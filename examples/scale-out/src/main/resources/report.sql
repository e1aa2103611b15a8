create table if not exists report (
    id_message varchar(64) not null,
    order_number varchar(255),
    state varchar(32) not null,
    node varchar(255) not null,
    attempt integer not null,
    emitted_at timestamp with time zone not null default now()
);
