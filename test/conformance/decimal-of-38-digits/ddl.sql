create table boats (a decimal(38,0), b decimal(38,37), c decimal(18,0), d decimal(19,0));
