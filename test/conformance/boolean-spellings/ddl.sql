create table boats (n int, b boolean);
