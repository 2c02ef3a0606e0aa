create table boats (n int, t time);
