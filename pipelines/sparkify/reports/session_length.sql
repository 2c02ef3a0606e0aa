-- title: Length of sessions
-- question: How many songs do users play in one session?
-- kind: bar
-- x: songs
-- y: sessions
-- unit: sessions
-- order: 30
with sizes as (
    select user_id, session_id, count(*) as plays
    from songplays
    group by user_id, session_id
),
sized as (
    select
        case
            when plays = 1 then 1
            when plays <= 3 then 2
            when plays <= 7 then 3
            when plays <= 15 then 4
            when plays <= 31 then 5
            when plays <= 63 then 6
            else 7
        end as size
    from sizes
)
select
    case size
        when 1 then '1'
        when 2 then '2-3'
        when 3 then '4-7'
        when 4 then '8-15'
        when 5 then '16-31'
        when 6 then '32-63'
        else '64+'
    end as songs,
    count(*) as sessions
from sized
group by size
order by size
