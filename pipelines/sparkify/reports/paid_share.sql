-- title: Paid plays
-- question: Which share of the plays is by paying users?
-- kind: number
-- value: share
-- unit: %
-- order: 4
select round(100.0 * sum(case when level = 'paid' then 1 else 0 end) / nullif(count(*), 0), 1) as share
from songplays
