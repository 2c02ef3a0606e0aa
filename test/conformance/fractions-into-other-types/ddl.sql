create table boats (n int, i int, v varchar(30), d decimal(9,5));
