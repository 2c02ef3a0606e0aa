-- title: Free and paid
-- question: What became of users by their last event, from the level of their first play?
-- kind: sankey
-- source: first_play
-- target: latest
-- value: users
-- unit: users
-- width: half
-- order: 51
with first_plays as (
    select
        user_id,
        level,
        row_number() over (partition by user_id order by start_time, session_id, item_in_session) as choice
    from songplays
)
select 'began ' || f.level as first_play, 'now ' || u.level as latest, count(*) as users
from first_plays as f
join users as u on u.user_id = f.user_id
where f.choice = 1
group by f.level, u.level
order by f.level, u.level
