create table boats (id int, berth varchar(9));
