create table boats ("boatId" int, NAME varchar(20));
