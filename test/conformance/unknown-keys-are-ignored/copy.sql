copy plays from 's3://mybucket/plays/' iam_role default format as json 'auto';
