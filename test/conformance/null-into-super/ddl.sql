create table boats (n int, v super);
