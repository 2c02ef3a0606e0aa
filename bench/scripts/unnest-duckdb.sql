create temp table staging as
select json -> '$.Records' as records from read_json_objects('${data}/*.json', maximum_object_size = 16777216);

create temp table events as
select
    r ->> '$.eventID' as eventid,
    cast(r ->> '$.eventTime' as timestamp) as eventtime,
    r ->> '$.eventSource' as source,
    r ->> '$.eventName' as name,
    r ->> '$.userIdentity.arn' as arn,
    r ->> '$.requestParameters.bucketName' as bucket,
    cast(r ->> '$.readOnly' as boolean) as readonly,
    r ->> '$.resources[0].ARN' as resource
from (select unnest(cast(records as json[])) as r from staging);

select
    'rows=' || cast(count(*) as varchar)
        || ' sums=' || cast(count(distinct eventid) as varchar)
        || '/' || replace(cast(max(eventtime) as varchar), ' ', 'T')
        || '/' || cast(sum(length(source) + length(name) + length(arn) + length(bucket) + length(resource)) as varchar)
        || '/' || cast(sum(case when readonly then 1 else 0 end) as varchar) as print
from events;
