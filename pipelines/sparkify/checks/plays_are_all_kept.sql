-- description: Every play that was staged is in songplays: there are no more than songplays holds of the same time.

-- Counted, which costs a fraction of looking for each play.
select s.staged, k.kept
from (select count(*) as staged from staging_events where page = 'NextSong') as s
cross join (
    select count(*) as kept
    from songplays
    where start_time between (select min(ts) from staging_events) and (select max(ts) from staging_events)
) as k
where k.kept < s.staged
