create table boats (n int, v varchar(20), c char(20));
