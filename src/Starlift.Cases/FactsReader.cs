using System.Globalization;
using System.Text.Json;
using Starlift.Errors;

namespace Starlift.Cases;

/// <summary>Reads a file that <see cref="FactsWriter"/> wrote.</summary>
public static class FactsReader
{
    /// <param name="file">As the user knows it.</param>
    /// <exception cref="ConfigurationException">It can't be read, or is no file of facts of this form.</exception>
    public static Facts Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            return Of(document.RootElement);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"the facts {file} can't be read: {e.Message}", hint: "starlift probe writes such a file", inner: e);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ConfigurationException($"{file} is no file of facts: {e.Message}", hint: "starlift probe writes such a file", inner: e);
        }
    }

    static Facts Of(JsonElement root)
    {
        var format = root.GetProperty("format").GetInt32();
        if (format != Facts.CurrentFormat)
        {
            throw new FormatException($"its format is {format}, and this version of Starlift reads format {Facts.CurrentFormat}");
        }

        var redshift = root.GetProperty("redshift");
        return new Facts
        {
            Starlift = Text(root, "starlift"),
            Date = DateOnly.ParseExact(Text(root, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Version = Text(redshift, "version"),
            Kind = Text(redshift, "kind"),
            Partition = Text(redshift, "partition"),
            Complete = root.GetProperty("complete").GetBoolean(),
            Cases = [.. root.GetProperty("cases").EnumerateArray().Select(CaseOf)],
            Sql = [.. root.GetProperty("sql").EnumerateArray().Select(SqlOf)],
        };
    }

    static CaseFact CaseOf(JsonElement fact)
    {
        var read = new CaseFact { Name = Text(fact, "name"), Digest = Text(fact, "digest"), Skipped = OptionalText(fact, "skipped") };
        return read.Skipped is not null ? read : read with
        {
            Outcome = Text(fact, "outcome"),
            RowsLoaded = fact.TryGetProperty("rows_loaded", out var loaded) ? loaded.GetInt64() : null,
            Error = ErrorOf(fact),
            Messages = Texts(fact, "messages"),
            LoadErrors = [.. fact.GetProperty("load_errors").EnumerateArray().Select(error =>
                (IReadOnlyDictionary<string, string>)error.EnumerateObject().ToDictionary(column => column.Name, column => column.Value.GetString()!))],
            Columns = fact.TryGetProperty("columns", out _) ? Texts(fact, "columns") : null,
            Rows = RowsOf(fact),
            Identity = fact.TryGetProperty("identity", out var identity)
                ? (identity.GetProperty("values").GetInt64(), identity.GetProperty("distinct").GetInt64())
                : null,
        };
    }

    static SqlFact SqlOf(JsonElement fact) => new()
    {
        Name = Text(fact, "name"),
        Sql = Text(fact, "sql"),
        Skipped = OptionalText(fact, "skipped"),
        Error = ErrorOf(fact),
        Columns = Texts(fact, "columns"),
        Types = Texts(fact, "types"),
        Rows = RowsOf(fact),
    };

    static FactError? ErrorOf(JsonElement fact) => fact.TryGetProperty("error", out var error)
        ? new FactError(OptionalText(error, "sqlstate"), Text(error, "message"), OptionalText(error, "detail"))
        : null;

    static IReadOnlyList<IReadOnlyList<string?>> RowsOf(JsonElement fact) => fact.TryGetProperty("rows", out var rows)
        ? [.. rows.EnumerateArray().Select(row => (IReadOnlyList<string?>)[.. row.EnumerateArray().Select(cell => cell.GetString())])]
        : [];

    static IReadOnlyList<string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var texts) ? [.. texts.EnumerateArray().Select(text => text.GetString()!)] : [];

    static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");

    static string? OptionalText(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;
}
