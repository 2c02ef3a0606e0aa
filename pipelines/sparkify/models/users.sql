-- Every event of a user counts, not only plays. Of equal times one is chosen by what users keeps of an event, and the kept row takes
-- part in the choice: so neither the order of files nor an event that is delivered twice matters.
with latest as (
    select userid, max(ts) as ts
    from staging_events
    where userid is not null
    group by userid
),
candidates as (
    select
        e.userid    as user_id,
        e.firstname as first_name,
        e.lastname  as last_name,
        e.gender,
        e.level,
        e.ts        as last_seen_at,
        0           as kept
    from staging_events as e
    join latest as l on l.userid = e.userid and l.ts = e.ts
    union all
    select u.user_id, u.first_name, u.last_name, u.gender, u.level, u.last_seen_at, 1 as kept
    from users as u
    join latest as l on l.userid = u.user_id
),
ranked as (
    select
        user_id,
        first_name,
        last_name,
        gender,
        level,
        last_seen_at,
        kept,
        row_number() over (
            partition by user_id
            order by last_seen_at desc, level desc, first_name, last_name, gender, kept desc
        ) as choice
    from candidates
)
select user_id, first_name, last_name, gender, level, last_seen_at
from ranked
where choice = 1
  and kept = 0
