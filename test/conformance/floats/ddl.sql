create table boats (r real, d double precision);
