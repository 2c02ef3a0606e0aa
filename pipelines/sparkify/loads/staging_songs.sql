copy staging_songs
from '${data}/song_data/'
iam_role default
format as json 'auto';
