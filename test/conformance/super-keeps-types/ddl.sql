create table boats (id int, v super);
