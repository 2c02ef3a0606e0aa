create table boats (v varchar(40), d decimal(38,0));
