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
