create table boats (v varchar(9));
