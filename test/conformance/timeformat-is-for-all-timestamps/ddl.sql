create table boats (a timestamp, b timestamptz, c bigint, d date);
