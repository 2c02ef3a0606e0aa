create table boats (id int, name varchar(20), berth varchar(9));
