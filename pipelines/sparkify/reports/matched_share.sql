-- title: Matched to the catalogue
-- question: Which share of the plays is of a song that the song data holds?
-- kind: number
-- value: share
-- unit: %
-- order: 5
select round(100.0 * count(song_id) / nullif(count(*), 0), 1) as share
from songplays
