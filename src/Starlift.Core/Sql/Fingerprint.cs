using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Starlift.Sql;

/// <summary>Tells texts apart whose meaning may differ: comments, blanks and the case of names do not count.</summary>
public static class Fingerprint
{
    const int Length = 32;

    /// <summary>Of a statement's words.</summary>
    public static string Of(OtherStatement statement) => Of(SqlWords.Of(statement.Source));

    /// <summary>
    /// Of what a COPY makes of a record. From where it reads, by whose rights, and how many bad records it tolerates makes no difference to those
    /// that it has loaded.
    /// </summary>
    /// <param name="copy">The statement.</param>
    /// <param name="table">The table that it fills.</param>
    public static string Of(CopyStatement copy, CreateTable table) => Of(
    [
        DefinitionText.Of(table), .. copy.Columns ?? [], $"{copy.Json} {copy.JsonPaths?[(copy.JsonPaths.LastIndexOf('/') + 1)..]}",
        $"{copy.Compression} {copy.Encoding} {copy.AcceptAnyDate} {copy.AcceptInvalidChars} {copy.BlanksAsNull} {copy.EmptyAsNull} {copy.TrimBlanks}",
        $"{copy.TruncateColumns} {copy.RoundDecimals} {copy.ExplicitIds} {copy.DateFormat} {copy.TimeFormat} {copy.IgnoreHeader} {copy.NoLoad}",
        .. copy.Keys is { } keys ? [keys.Text] : Array.Empty<string>(),
        .. copy.Csv is { } csv ? [$"csv {csv.Quote} {csv.FillRecord} {csv.IgnoreBlankLines}", csv.Delimiter, csv.NullAs] : Array.Empty<string>(),
    ]);

    /// <summary>Of a statement with what else decides what it does.</summary>
    public static string Of(OtherStatement statement, string more) => Of([Of(statement), more]);

    /// <summary>Of a JSONPaths file: blanks do not count.</summary>
    /// <param name="text">What is in it.</param>
    public static string OfJson(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            using var plain = new MemoryStream();
            using (var writer = new Utf8JsonWriter(plain))
            {
                json.RootElement.WriteTo(writer);
            }

            return Of([Encoding.UTF8.GetString(plain.ToArray())]);
        }
        catch (JsonException)
        {
            return Of([Encoding.UTF8.GetString(text.Span)]);
        }
    }

    static string Of(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))))[..Length];
}
