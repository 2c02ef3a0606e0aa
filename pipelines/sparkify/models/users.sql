-- Every event of a user counts, not only plays. Equal times lie in one log object, so where a staged event is as recent as
-- the row in users, that object was delivered again and the event replaces the row.
with latest as (
    select userid, max(ts) as ts
    from staging_events
    where userid is not null
    group by userid
),
ranked as (
    select
        e.userid,
        e.firstname,
        e.lastname,
        e.gender,
        e.level,
        e.ts,
        row_number() over (
            partition by e.userid
            order by e.sessionid desc, e.iteminsession desc, e.level, e.firstname, e.lastname, e.gender
        ) as choice
    from staging_events as e
    join latest as l on l.userid = e.userid and l.ts = e.ts
)
select
    r.userid    as user_id,
    r.firstname as first_name,
    r.lastname  as last_name,
    r.gender,
    r.level,
    r.ts        as last_seen_at
from ranked as r
left join users as u on u.user_id = r.userid
where r.choice = 1
  and (u.user_id is null or r.ts >= u.last_seen_at)
