-- Distributed and sorted like songplays, its only fact, so that the two join in place.
create table time (
    start_time timestamp not null primary key,
    hour       integer not null,
    day        integer not null,
    week       integer not null,
    month      integer not null,
    year       integer not null,
    weekday    integer not null
)
distkey (start_time)
sortkey (start_time);

comment on table time is 'Dimension: one row a time at which a play began, UTC.';
comment on column time.start_time is 'The time, to the millisecond.';
comment on column time.hour is 'Hour of the day, 0 to 23.';
comment on column time.day is 'Day of the month, 1 to 31.';
comment on column time.week is 'ISO 8601 week of the year, 1 to 53.';
comment on column time.month is 'Month, 1 to 12.';
comment on column time.year is 'Calendar year, which near New Year is not always that of the ISO week.';
comment on column time.weekday is 'Day of the week, 0 (Sunday) to 6 (Saturday).';
