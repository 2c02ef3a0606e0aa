copy staging_songs
from '${data}/song_data/'
iam_role default
region 'us-west-2'
format as json 'auto';
