namespace Starlift.Cli.Generating;

/// <summary>
/// All songs there are: those of the song data, numbered from 0, and after them those that people play although the song data
/// lacks them. A song is computed from its number, so that none has to be kept in memory.
/// </summary>
sealed class Catalogue
{
    /// <summary>How many songs the song data lacks.</summary>
    public const int Outside = 20_000;

    const int OutsideArtists = 4_000;

    /// <summary>One song in so many is the one before it again: same title and artist, another duration.</summary>
    const int ReleasedAgain = 40;

    readonly ulong _seed;
    readonly int _songs;
    readonly long _artists;

    public Catalogue(int songs, ulong seed)
    {
        _seed = seed;
        _songs = songs;
        _artists = Math.Max(1, songs * 16L / 25);
    }

    public Song this[long number]
    {
        get
        {
            var place = number < _songs ? number : number - _songs;
            var original = place % ReleasedAgain == ReleasedAgain - 1 ? number - 1 : number;
            var duration = Duration(original);
            if (number != original)
            {
                duration += (long)(500_000 + (Draw(Aspect.ReleasedAgain, number) % 6_000_000));
            }

            return new Song(
                number, Draw(Aspect.Title, original), Artist(original), Draw(Aspect.Credit, original), duration, Year(number));
        }
    }

    /// <summary>The artist as the song credits them.</summary>
    public void AppendArtist(RecordWriter writer, in Song song)
    {
        ArtistNames.Append(writer, Draw(Aspect.ArtistName, song.Artist));
        if (song.Credit % 12 == 0)
        {
            ArtistNames.AppendGuest(writer, song.Credit / 12);
        }
    }

    /// <summary>Where the artist lives as the song's record has it; null where it does not say. Coordinates may be given without.</summary>
    public (byte[]? Location, City? Coordinates) Place(in Song song)
    {
        var artist = Draw(Aspect.Place, song.Artist);
        var city = City.All[artist % (ulong)City.All.Length];
        var (known, located) = ((artist >> 32) % 100 < 58, (artist >> 40) % 100 < 36);
        return ((song.Credit >> 32) % 16) switch
        {
            0 => (null, null),
            1 => (known ? city.Name : null, null),
            _ => (known ? city.Location : null, located ? city : null),
        };
    }

    /// <summary>A number that no other song has, for its id.</summary>
    public ulong SongId(long number) => Unique(Aspect.SongId, number);

    /// <summary>A number that no other song has, for its file.</summary>
    public ulong TrackId(long number) => Unique(Aspect.TrackId, number);

    /// <summary>A number that no other artist has.</summary>
    public ulong ArtistId(long artist) => Unique(Aspect.ArtistId, artist);

    long Artist(long number)
    {
        var draw = Draw(Aspect.Artist, number);
        var (first, second) = ((long)(draw & 0xFFFFFFFF), (long)(draw >> 32));
        return number < _songs || first % 10 < 4
            ? Math.Min(first % _artists, second % _artists)
            : _artists + Math.Min(first % OutsideArtists, second % OutsideArtists);
    }

    long Duration(long number)
    {
        var random = new RandomNumbers(Draw(Aspect.Duration, number));
        return random.Chance(300)
            ? 40_000_000 + random.Below(50_000_000L)
            : 12_000_000 + random.Below(13_000_000L) + random.Below(13_000_000L);
    }

    int Year(long number)
    {
        var random = new RandomNumbers(Draw(Aspect.Year, number));
        return random.Chance(3_200) ? 0 : 1960 + Math.Max(random.Below(60), random.Below(60));
    }

    // Odd multiplication and addition map 36-bit numbers one to one, so ids can't collide.
    ulong Unique(Aspect aspect, long number) =>
        (((ulong)number * 0x5_DEEC_E66D) + RandomNumbers.Mix(_seed, (ulong)aspect)) & 0xF_FFFF_FFFF;

    ulong Draw(Aspect aspect, long number) => RandomNumbers.Mix(_seed + ((ulong)aspect << 48), (ulong)number);

    enum Aspect
    {
        Title,
        Artist,
        Credit,
        Duration,
        ReleasedAgain,
        Year,
        ArtistName,
        Place,
        SongId,
        TrackId,
        ArtistId,
    }
}
