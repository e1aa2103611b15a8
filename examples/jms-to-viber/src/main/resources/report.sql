-- A report that comes again changes nothing.
insert into report (id_message, order_number, state, state_viber, state_sms, changed_at, price_viber, price_sms, final)
values (
    :#id_message,
    :#correlation_id,
    :#state,
    :#state_viber,
    :#state_sms,
    cast(:#time_change_state as timestamp with time zone),
    :#price_viber,
    :#price_sms,
    :#final
)
on conflict (id_message) do nothing
