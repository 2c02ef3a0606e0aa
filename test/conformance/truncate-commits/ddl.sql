create table boats (id int, name varchar(20));
insert into boats values (9, 'Zephyr');
create table past (id int);
insert into past values (1);
