-- ALL: few and narrow rows that every question about listeners joins; sorted by the join column.
create table users (
    user_id      integer not null primary key,
    first_name   varchar(256),
    last_name    varchar(256),
    gender       varchar(16),
    level        varchar(32) not null,
    last_seen_at timestamp not null
)
diststyle all
sortkey (user_id);

comment on table users is 'Dimension: one row a user, as of the user''s latest event of any kind; logged-out visitors are not users.';
comment on column users.user_id is 'User.';
comment on column users.first_name is 'First name.';
comment on column users.last_name is 'Last name.';
comment on column users.gender is 'F or M as the user stated.';
comment on column users.level is 'Latest known subscription: free or paid. The level at the time of a play is on songplays.';
comment on column users.last_seen_at is 'Time of the latest event, UTC: an event that arrives late changes nothing.';
