create table boats (n int, v varchar(5));
