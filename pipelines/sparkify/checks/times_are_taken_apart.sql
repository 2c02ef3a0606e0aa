-- description: Hour and weekday are those of the start time.

-- Both, because they come from different ends of it; taking all parts again would cost three times as much.
select start_time, hour, weekday
from changed_time
where hour <> extract(hour from start_time)
   or weekday <> extract(dow from start_time)
