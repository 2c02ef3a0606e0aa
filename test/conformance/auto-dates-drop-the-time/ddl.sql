create table boats (n int, d date);
