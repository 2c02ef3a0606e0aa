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
