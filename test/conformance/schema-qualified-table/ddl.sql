create schema port;
create table port.boats (id int, name varchar(3));
create table boats (id int);
