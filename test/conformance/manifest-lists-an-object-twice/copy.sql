copy boats from 's3://harbour/the.manifest' iam_role 'arn:aws:iam::111122223333:role/loader' manifest json 'auto';
