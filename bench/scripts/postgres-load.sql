-- The events alone, the usual way: each line becomes a jsonb, and SQL takes it apart. Quote and delimiter are bytes that no JSON text holds,
-- so that a line is taken as it is.
create unlogged table raw_events (record jsonb);
\copy raw_events from program 'find "${data}/log_data" -name "*.json" -print0 | xargs -0 awk 1' with (format csv, quote e'\x01', delimiter e'\x02')

create unlogged table staging_events as
select
    record ->> 'artist' as artist,
    record ->> 'auth' as auth,
    record ->> 'firstName' as firstname,
    record ->> 'gender' as gender,
    cast(record ->> 'itemInSession' as integer) as iteminsession,
    record ->> 'lastName' as lastname,
    cast(record ->> 'length' as double precision) as length,
    record ->> 'level' as level,
    record ->> 'location' as location,
    record ->> 'method' as method,
    record ->> 'page' as page,
    cast(cast(record ->> 'registration' as numeric) as bigint) as registration,
    cast(record ->> 'sessionId' as bigint) as sessionid,
    record ->> 'song' as song,
    cast(record ->> 'status' as integer) as status,
    timestamp 'epoch' + cast(record ->> 'ts' as bigint) * interval '1 millisecond' as ts,
    record ->> 'userAgent' as useragent,
    cast(nullif(record ->> 'userId', '') as integer) as userid
from raw_events;
