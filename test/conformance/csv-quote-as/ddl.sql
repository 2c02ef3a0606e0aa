create table boats (id int, name varchar(30));
