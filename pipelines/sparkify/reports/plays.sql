-- title: Plays
-- question: How many songs were played?
-- kind: number
-- value: plays
-- detail: period
-- order: 1
select
    count(*) as plays,
    'from ' || cast(cast(min(start_time) as date) as varchar(10)) || ' to ' || cast(cast(max(start_time) as date) as varchar(10)) as period
from songplays
