create table plays (session int, title varchar(40));
