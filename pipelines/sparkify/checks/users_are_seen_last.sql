-- description: Nobody was last seen before a play of theirs.
select p.user_id, p.last_play, u.last_seen_at
from (
    select user_id, max(start_time) as last_play
    from changed_songplays
    group by user_id
) as p
join users as u on u.user_id = p.user_id
where p.last_play > u.last_seen_at
