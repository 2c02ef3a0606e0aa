begin;
delete from boats;
insert into boats values (8, 'Yare');
copy boats from 's3://harbour/boats' iam_role 'arn:aws:iam::111122223333:role/loader' json 'auto';
commit;
