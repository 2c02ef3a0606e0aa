create table boats (s smallint, i integer, b bigint);
