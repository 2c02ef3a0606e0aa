create table boats (id int default 7, name varchar(20) default 'none');
