copy boats from 's3://harbour/boats' iam_role 'arn:aws:iam::111122223333:role/loader' format as csv delimiter '\t' ignoreheader 1;
