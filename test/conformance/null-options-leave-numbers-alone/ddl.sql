create table boats (i int, d date, t timestamp, v varchar(9));
