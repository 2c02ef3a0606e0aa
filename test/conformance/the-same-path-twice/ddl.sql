create table boats (id int, label varchar(20), name varchar(20));
