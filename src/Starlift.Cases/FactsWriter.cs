using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Starlift.Cases;

/// <summary>Writes facts as JSON: the same facts give the same text.</summary>
public static class FactsWriter
{
    static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>With a line break at its end.</summary>
    public static string TextOf(Facts facts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            Write(json, facts);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    static void Write(Utf8JsonWriter json, Facts facts)
    {
        json.WriteStartObject();
        json.WriteNumber("format", Facts.CurrentFormat);
        json.WriteString("starlift", facts.Starlift);
        json.WriteString("date", facts.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteStartObject("redshift");
        json.WriteString("version", facts.Version);
        json.WriteString("kind", facts.Kind);
        json.WriteString("partition", facts.Partition);
        json.WriteEndObject();
        json.WriteBoolean("complete", facts.Complete);
        List(json, "cases", facts.Cases.OrderBy(fact => fact.Name, StringComparer.Ordinal), Write);
        List(json, "sql", facts.Sql, Write);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, CaseFact fact)
    {
        json.WriteString("name", fact.Name);
        json.WriteString("digest", fact.Digest);
        if (fact.Skipped is { } reason)
        {
            json.WriteString("skipped", reason);
            return;
        }

        json.WriteString("outcome", fact.Outcome);
        if (fact.RowsLoaded is { } loaded)
        {
            json.WriteNumber("rows_loaded", loaded);
        }

        Write(json, fact.Error);
        Texts(json, "messages", fact.Messages);
        List(json, "load_errors", fact.LoadErrors.OrderBy(Order, StringComparer.Ordinal), (writer, error) =>
        {
            foreach (var (column, value) in error.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                writer.WriteString(column, value);
            }
        });
        if (fact.Columns is { } columns)
        {
            Texts(json, "columns", columns);
            Rows(json, fact.Rows.OrderBy(row => string.Join('\0', row.Select(cell => cell ?? "\u0001")), StringComparer.Ordinal));
        }

        if (fact.Identity is var (values, distinct))
        {
            json.WriteStartObject("identity");
            json.WriteNumber("values", values);
            json.WriteNumber("distinct", distinct);
            json.WriteEndObject();
        }
    }

    static void Write(Utf8JsonWriter json, SqlFact fact)
    {
        json.WriteString("name", fact.Name);
        json.WriteString("sql", fact.Sql);
        if (fact.Skipped is { } reason)
        {
            json.WriteString("skipped", reason);
            return;
        }

        Write(json, fact.Error);
        if (fact.Columns.Count > 0)
        {
            Texts(json, "columns", fact.Columns);
            Texts(json, "types", fact.Types);
            Rows(json, fact.Rows);
        }
    }

    static void Write(Utf8JsonWriter json, FactError? error)
    {
        if (error is null)
        {
            return;
        }

        json.WriteStartObject("error");
        if (error.SqlState is { } state)
        {
            json.WriteString("sqlstate", state);
        }

        json.WriteString("message", error.Message);
        if (error.Detail is { } detail)
        {
            json.WriteString("detail", detail);
        }

        json.WriteEndObject();
    }

    static void Rows(Utf8JsonWriter json, IEnumerable<IReadOnlyList<string?>> rows)
    {
        json.WriteStartArray("rows");
        foreach (var row in rows)
        {
            json.WriteStartArray();
            foreach (var cell in row)
            {
                json.WriteStringValue(cell);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static string Order(IReadOnlyDictionary<string, string> error) =>
        $"{error.GetValueOrDefault("filename")}\0{error.GetValueOrDefault("line_number")?.PadLeft(20)}\0{error.GetValueOrDefault("colname")}";
}
