-- title: Active users
-- question: How many users listen each day, for free and as subscribers?
-- kind: area
-- x: day
-- y: users
-- series: level
-- unit: users
-- order: 21
select cast(start_time as date) as day, level, count(distinct user_id) as users
from songplays
group by cast(start_time as date), level
order by day, level
