create table boats (id int identity(1,1), name varchar(30), length int default 7);
