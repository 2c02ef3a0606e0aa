create table #landed (id int, name varchar(20));
copy #landed from 's3://harbour/boats' iam_role 'arn:aws:iam::111122223333:role/loader' json 'auto';
insert into boats select id * 10, name from #landed;
