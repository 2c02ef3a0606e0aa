create table boats (n int, v varbyte(4));
