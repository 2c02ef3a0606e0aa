create table boats (id int, at varchar(40));
