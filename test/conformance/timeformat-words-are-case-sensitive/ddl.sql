create table boats (t timestamp);
