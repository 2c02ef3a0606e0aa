-- description: A subscription is free or paid, of users and at the time of every play.
select user_id, level, last_seen_at as at_time
from changed_users
where level <> 'free' and level <> 'paid'
union all
select user_id, level, start_time
from changed_songplays
where level <> 'free' and level <> 'paid'
