create table boats (i int, d decimal(5,2), b boolean);
