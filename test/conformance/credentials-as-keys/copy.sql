copy boats from 's3://harbour/boats' access_key_id 'AKIDEXAMPLE' secret_access_key 'secret' session_token 'token' json 'auto';
copy boats from 's3://harbour/boats' with credentials as 'aws_access_key_id=AKIDEXAMPLE;aws_secret_access_key=secret;token=token' json 'auto';
copy boats from 's3://harbour/boats' credentials 'aws_iam_role=arn:aws:iam::111122223333:role/loader' json 'auto';
