create table boats (seen int default 1, doc super);
