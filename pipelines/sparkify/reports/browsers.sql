-- title: Browsers
-- question: With which browsers do people listen?
-- kind: bar
-- x: browser
-- y: plays
-- unit: plays
-- order: 31

-- A browser names others that it resembles, so the order matters: Edge and Chrome say Safari too.
select
    case
        when user_agent like '%Firefox/%' then 'Firefox'
        when user_agent like '%Edge/%' or user_agent like '%Edg/%' then 'Edge'
        when user_agent like '%Chrome/%' then 'Chrome'
        when user_agent like '%Safari/%' then 'Safari'
        when user_agent like '%Trident/%' or user_agent like '%MSIE %' then 'Internet Explorer'
        when user_agent is null or user_agent = '' then 'unknown'
        else 'other'
    end as browser,
    count(*) as plays
from songplays
group by 1
order by plays desc, browser
