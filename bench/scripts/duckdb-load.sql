-- The events alone, as fast as DuckDB's own reader goes.
set preserve_insertion_order = false;

create temp table staging_events as
select
    artist,
    auth,
    firstName as firstname,
    gender,
    itemInSession as iteminsession,
    lastName as lastname,
    length,
    level,
    location,
    method,
    page,
    cast(registration as bigint) as registration,
    sessionId as sessionid,
    song,
    status,
    make_timestamp(ts * 1000) as ts,
    userAgent as useragent,
    try_cast(userId as integer) as userid
from read_json(
    '${data}/log_data/**/*.json',
    format = 'newline_delimited',
    columns = {
        artist: 'varchar', auth: 'varchar', firstName: 'varchar', gender: 'varchar', itemInSession: 'integer', lastName: 'varchar',
        length: 'double', level: 'varchar', location: 'varchar', method: 'varchar', page: 'varchar', registration: 'double',
        sessionId: 'bigint', song: 'varchar', status: 'integer', ts: 'bigint', userAgent: 'varchar', userId: 'varchar'
    }
);

select
    'rows=' || cast(count(*) as varchar)
        || ' sums=' || cast(sum(cast(iteminsession as bigint)) as varchar)
        || '/' || cast(sum(sessionid) as varchar)
        || '/' || cast(sum(cast(userid as bigint)) as varchar)
        || '/' || cast(sum(cast(status as bigint)) as varchar)
        || '/' || cast(sum(registration) as varchar)
        || '/' || cast(cast(sum(length * 100000) as bigint) as varchar)
        || '/' || replace(cast(max(ts) as varchar), ' ', 'T')
        || '/' || cast(count(artist) + count(song) + count(gender) + count(method) + count(auth) as varchar)
        || '/' || cast(sum(length(useragent)) + sum(length(location)) + sum(length(lastname)) as varchar) as print
from staging_events;
