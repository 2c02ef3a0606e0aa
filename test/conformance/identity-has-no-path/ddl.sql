create table boats (id bigint identity(10,5), name varchar(20), berth int);
