-- title: Plays by weekday and hour
-- question: When do people listen? Hours are UTC.
-- kind: heatmap
-- x: hour
-- y: weekday
-- value: plays
-- unit: plays
-- order: 20
select
    case t.weekday
        when 0 then 'Sunday'
        when 1 then 'Monday'
        when 2 then 'Tuesday'
        when 3 then 'Wednesday'
        when 4 then 'Thursday'
        when 5 then 'Friday'
        else 'Saturday'
    end as weekday,
    t.hour as hour,
    count(*) as plays
from songplays as p
join time as t on t.start_time = p.start_time
group by t.weekday, t.hour
order by case t.weekday when 0 then 7 else t.weekday end, t.hour
