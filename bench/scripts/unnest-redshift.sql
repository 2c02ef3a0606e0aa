set enable_case_sensitive_identifier to true;
create temp table staging (records super);
copy staging from '${data}/' json 'auto ignorecase';

create temp table events as
select
    r."eventID"::varchar(36) as eventid,
    r."eventTime"::timestamp as eventtime,
    r."eventSource"::varchar(50) as source,
    r."eventName"::varchar(50) as name,
    r."userIdentity".arn::varchar(200) as arn,
    r."requestParameters"."bucketName"::varchar(64) as bucket,
    r."readOnly"::boolean as readonly,
    r.resources[0]."ARN"::varchar(200) as resource
from staging s, s.records r;

select
    'rows=' || cast(count(*) as varchar)
        || ' sums=' || cast(count(distinct eventid) as varchar)
        || '/' || replace(cast(max(eventtime) as varchar), ' ', 'T')
        || '/' || cast(sum(length(source) + length(name) + length(arn) + length(bucket) + length(resource)) as varchar)
        || '/' || cast(sum(case when readonly then 1 else 0 end) as varchar) as print
from events;
