-- The keys of the logs are camelCase, so they are mapped by JSONPaths, one for each column in table order.
copy staging_events
from '${data}/log_data/'
iam_role default
format as json '${data}/log_json_path.json'
timeformat 'epochmillisecs';
