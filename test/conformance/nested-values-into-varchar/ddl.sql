create table boats (id int, crew varchar(200), at varchar(200));
