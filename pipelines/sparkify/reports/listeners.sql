-- title: Listeners
-- question: How many users played at least one song?
-- kind: number
-- value: listeners
-- order: 2
select count(distinct user_id) as listeners
from songplays
