-- description: Nobody plays a song before having registered.

-- To the second, because registration is in milliseconds and EXTRACT gives whole seconds on Redshift.
select userid as user_id, sessionid as session_id, iteminsession as item_in_session, ts, registration
from staging_events
where registration / 1000 > extract(epoch from ts)
  and page = 'NextSong'
