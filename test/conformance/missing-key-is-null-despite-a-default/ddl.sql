create table boats (id int default 7, name varchar(20) default 'none', berth varchar(9) default 'A' || '-' || '1', length decimal(5,2) default 2 * 3.25);
