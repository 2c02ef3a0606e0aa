create table boats (n int, v varchar(9), c char(9));
