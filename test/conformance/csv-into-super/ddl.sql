create table boats (id int, more super);
