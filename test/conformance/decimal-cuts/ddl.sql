create table boats (d decimal(8,2));
