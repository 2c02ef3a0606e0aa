create table boats (n int, c char(5), d char);
