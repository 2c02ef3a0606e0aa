// The same star with Polars: node polars.cjs DATA OUTPUT. Staging is collected once, in memory, because several tables read it.
const { mkdirSync } = require("node:fs");
const pl = require("nodejs-polars");

const [, , data, output] = process.argv;
const { col } = pl;
mkdirSync(output, { recursive: true });

const events = pl
  .scanJson(`${data}/log_data/**/*.json`, {
    lowMemory: false,
    schema: {
      artist: pl.Utf8, auth: pl.Utf8, firstName: pl.Utf8, gender: pl.Utf8, itemInSession: pl.Int32, lastName: pl.Utf8,
      length: pl.Float64, level: pl.Utf8, location: pl.Utf8, method: pl.Utf8, page: pl.Utf8, registration: pl.Float64,
      sessionId: pl.Int64, song: pl.Utf8, status: pl.Int32, ts: pl.Int64, userAgent: pl.Utf8, userId: pl.Utf8,
    },
  })
  .withColumns(
    col("registration").cast(pl.Int64),
    col("ts").cast(pl.Datetime("ms")),
    col("userId").cast(pl.Int32, false).alias("user_id"),
  )
  .collectSync();

const songRecords = pl
  .scanJson(`${data}/song_data/**/*.json`, {
    schema: {
      num_songs: pl.Int32, artist_id: pl.Utf8, artist_latitude: pl.Float64, artist_longitude: pl.Float64, artist_location: pl.Utf8,
      artist_name: pl.Utf8, song_id: pl.Utf8, title: pl.Utf8, duration: pl.Float64, year: pl.Int32,
    },
  })
  .collectSync();

// Sorting puts the wanted row of each key first; nulls last, as SQL has it.
const firstOf = (frame, key, by, descending) =>
  frame.sort({ by, descending, nullsLast: true, maintainOrder: false }).unique({ subset: key, keep: "first", maintainOrder: true });

const artists = firstOf(
  songRecords
    .lazy()
    .select(
      col("artist_id"),
      col("artist_name").alias("name"),
      pl.when(col("artist_location").eq(pl.lit(""))).then(pl.lit(null)).otherwise(col("artist_location")).alias("location"),
      col("artist_latitude").alias("latitude"),
      col("artist_longitude").alias("longitude"),
    )
    .withColumns(
      col("latitude").isNull().or(col("longitude").isNull()).alias("unplaced"),
      col("location").isNull().alias("unlocated"),
      col("name").str.lengths().alias("name_length"),
    ),
  ["artist_id"],
  [col("unplaced"), col("unlocated"), col("name_length"), col("name"), col("location"), col("latitude"), col("longitude")],
  [false, false, false, false, false, false, false],
)
  .select("artist_id", "name", "location", "latitude", "longitude")
  .collectSync();

const songs = firstOf(
  songRecords
    .lazy()
    .select(
      col("song_id"),
      col("title"),
      col("artist_id"),
      pl.when(col("year").eq(pl.lit(0))).then(pl.lit(null)).otherwise(col("year")).alias("year"),
      col("duration"),
      col("artist_name"),
    ),
  ["song_id"],
  [col("title"), col("artist_name"), col("artist_id"), col("duration"), col("year")],
  [false, false, false, false, false],
).collectSync();

const latest = events.lazy().filter(col("user_id").isNotNull()).groupBy("user_id").agg(col("ts").max());
const users = firstOf(
  events.lazy().join(latest, { on: ["user_id", "ts"], how: "inner" }),
  ["user_id"],
  [col("sessionId"), col("itemInSession"), col("level")],
  [true, true, false],
)
  .select(
    col("user_id"),
    col("firstName").alias("first_name"),
    col("lastName").alias("last_name"),
    col("gender"),
    col("level"),
    col("ts").alias("last_seen_at"),
  )
  .collectSync();

const plays = events.filter(col("page").eq(pl.lit("NextSong")));

const time = plays
  .lazy()
  .select(col("ts").alias("start_time"))
  .unique()
  .withColumns(
    col("start_time").dt.hour().alias("hour"),
    col("start_time").dt.day().alias("day"),
    col("start_time").dt.week().alias("week"),
    col("start_time").dt.month().alias("month"),
    col("start_time").dt.year().alias("year"),
    // Polars counts from Monday, 1; the star from Sunday, 0.
    col("start_time").dt.weekday().modulo(7).cast(pl.Int32).alias("weekday"),
  )
  .collectSync();

const matches = firstOf(
  plays
    .lazy()
    .select("song", "artist", "length")
    .unique()
    .join(songs.lazy().select("song_id", "title", "artist_id", "duration", "artist_name"), {
      leftOn: ["song", "artist"],
      rightOn: ["title", "artist_name"],
      how: "inner",
    })
    .withColumns(col("length").minus(col("duration")).abs().alias("distance")),
  ["song", "artist", "length"],
  [col("distance"), col("song_id")],
  [false, false],
).select("song", "artist", "length", "song_id", "artist_id");

const songplays = plays
  .lazy()
  .withRowIndex("songplay_id")
  .join(matches, { on: ["song", "artist", "length"], how: "left" })
  .select(
    col("songplay_id"),
    col("ts").alias("start_time"),
    col("user_id"),
    col("level"),
    col("song_id"),
    col("artist_id"),
    col("sessionId").alias("session_id"),
    col("location"),
    col("userAgent").alias("user_agent"),
    col("itemInSession").alias("item_in_session"),
    col("song").alias("song_title"),
    col("artist").alias("artist_name"),
    col("length").alias("duration"),
  )
  .collectSync();

for (const [name, table] of Object.entries({ artists, songs, users, time, songplays })) {
  table.writeParquet(`${output}/${name}.parquet`, { compression: "snappy" });
}
