create table boats (n int, t timestamp);
