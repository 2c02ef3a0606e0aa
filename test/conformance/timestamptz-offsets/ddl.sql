create table boats (n int, t timestamptz);
