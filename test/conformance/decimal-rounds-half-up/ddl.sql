create table boats (d decimal(5,2));
