create table boats (id bigint identity(1,1), name varchar(20));
