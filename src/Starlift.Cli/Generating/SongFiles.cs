using System.Globalization;
using System.Text;

namespace Starlift.Cli.Generating;

/// <summary>Writes song_data: one file of one object a song, in folders of about two dozen.</summary>
sealed class SongFiles
{
    const int SongsAFolder = 24;

    readonly Catalogue _catalogue;
    readonly RecordWriter _writer = new();

    public SongFiles(Catalogue catalogue) => _catalogue = catalogue;

    /// <param name="folder">Of all data; song_data is made in it.</param>
    /// <param name="count">How many songs, from number 0.</param>
    /// <param name="written">Told songs and bytes so far, now and then and at the end.</param>
    /// <param name="cancellationToken">Looked at before every file.</param>
    public long Write(string folder, int count, Action<long, long> written, CancellationToken cancellationToken)
    {
        var bytes = 0L;
        var made = "";
        for (var number = 0; number < count; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var place = number / SongsAFolder;
            var letters = $"{Letter(place / 676)}{Letter(place / 26)}{Letter(place)}";
            var path = Path.Combine(folder, "song_data", letters[..1], letters[1..2], letters[2..]);
            if (path != made)
            {
                Directory.CreateDirectory(path);
                made = path;
            }

            _writer.Clear();
            AppendSong(_catalogue[number]);
            File.WriteAllBytes(Path.Combine(path, $"TR{letters}{Tail(_catalogue.TrackId(number), 4)}.json"), _writer.Written);
            bytes += _writer.Length;
            if ((number & 0xFF) == 0xFF || number == count - 1)
            {
                written(number + 1, bytes);
            }
        }

        return bytes;
    }

    void AppendSong(in Song song)
    {
        var (location, coordinates) = _catalogue.Place(song);
        _writer.Append("{\"artist_id\":\"AR"u8);
        AppendTail(_catalogue.ArtistId(song.Artist));
        _writer.Append("\",\"artist_latitude\":"u8);
        AppendDegrees(coordinates?.Latitude);
        _writer.Append(",\"artist_location\":\""u8);
        _writer.Append(location);
        _writer.Append("\",\"artist_longitude\":"u8);
        AppendDegrees(coordinates?.Longitude);
        _writer.Append(",\"artist_name\":\""u8);
        _catalogue.AppendArtist(_writer, song);
        _writer.Append("\",\"duration\":"u8);
        _writer.AppendDecimal(song.Duration);
        _writer.Append(",\"num_songs\":1,\"song_id\":\"SO"u8);
        AppendTail(_catalogue.SongId(song.Number));
        _writer.Append("\",\"title\":\""u8);
        TitleWords.Append(_writer, song.Title);
        _writer.Append("\",\"year\":"u8);
        _writer.Append(song.Year);
        _writer.Append((byte)'}');
    }

    void AppendDegrees(int? hundredThousandths)
    {
        if (hundredThousandths is { } degrees)
        {
            _writer.AppendDecimal(degrees);
        }
        else
        {
            _writer.Append("null"u8);
        }
    }

    void AppendTail(ulong id) => _writer.Append(Encoding.ASCII.GetBytes(Tail(id, 7)));

    // Letters, then hexadecimal digits, as the ids of the real data look. The digits alone are unique.
    static string Tail(ulong id, int letters)
    {
        var random = new RandomNumbers(id);
        var prefix = new char[letters];
        for (var index = 0; index < letters; index++)
        {
            prefix[index] = Letter(random.Below(26));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{prefix.AsSpan()}{id:X9}");
    }

    static char Letter(int number) => (char)('A' + (number % 26));
}
