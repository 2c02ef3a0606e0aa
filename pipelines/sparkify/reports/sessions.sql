-- title: Sessions
-- question: How often did users come to listen?
-- kind: number
-- value: sessions
-- order: 3
select count(*) as sessions
from (
    select distinct user_id, session_id
    from songplays
) as s
