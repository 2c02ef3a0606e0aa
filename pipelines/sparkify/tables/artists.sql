-- ALL: read far more often than changed; sorted by the join column.
create table artists (
    artist_id varchar(64) not null primary key,
    name      varchar(1024) not null,
    location  varchar(1024),
    latitude  double precision,
    longitude double precision
)
diststyle all
sortkey (artist_id);

comment on table artists is 'Dimension: one row an artist. Of an artist''s several spellings and locations one whole record is kept, whatever the order of arrival: with coordinates before without, with location before without, then the shortest name, then alphabetically.';
comment on column artists.artist_id is 'Artist.';
comment on column artists.name is 'Name in the spelling of the kept record; songs hold the spelling of each song.';
comment on column artists.location is 'Where the artist comes from, as free text; null where unknown.';
comment on column artists.latitude is 'Latitude of the location in degrees; null where unknown.';
comment on column artists.longitude is 'Longitude of the location in degrees; null where unknown.';
