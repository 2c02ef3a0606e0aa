create table boats (n int, v varchar, t text);
