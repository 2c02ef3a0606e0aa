copy boats from 's3://harbour/boats' iam_role 'arn:aws:iam::111122223333:role/loader' csv maxerror 10;
