create table boats (id int, name varchar(30), kind char(3), built date);
