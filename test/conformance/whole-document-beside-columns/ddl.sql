create table boats (id int, doc super);
