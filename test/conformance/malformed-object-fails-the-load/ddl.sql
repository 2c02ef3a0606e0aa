create table boats (id int, name varchar(20));
insert into boats values (9, 'Zephyr');
