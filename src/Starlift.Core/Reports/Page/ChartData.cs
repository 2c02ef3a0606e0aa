using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.Reports.Page;

/// <summary>
/// What the page's script draws, as JSON that may stand within a script element: &lt;, &gt;, &amp;, quotes, U+2028 and U+2029 are escaped,
/// whatever the data holds.
/// </summary>
sealed class ChartData : IDisposable
{
    readonly MemoryStream _bytes = new();
    readonly Utf8JsonWriter _json;

    public ChartData(string? world)
    {
        _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        _json.WriteStartObject();
        _json.WritePropertyName("world");
        if (world is null)
        {
            _json.WriteNullValue();
        }
        else
        {
            _json.WriteRawValue(world);
        }

        _json.WriteStartArray("charts");
    }

    /// <summary>A chart of the project.</summary>
    public void Add(ChartRows rows)
    {
        var chart = rows.Chart;
        var encodings = chart.Columns.Keys.Select(key => (key, rows.IndexOf(key))).Where(pair => pair.Item2 is not null).ToDictionary(pair => pair.key, pair => pair.Item2!.Value);
        Begin(chart.Name, chart.Kind, encodings, rows.Result);
        if (chart.Unit is { } unit)
        {
            _json.WriteString("unit", unit);
        }

        _json.WriteBoolean("horizontal", chart.Horizontal);
        _json.WriteEndObject();
    }

    /// <summary>The run's row flow.</summary>
    public void Add(RunFlow flow)
    {
        Begin(RunFlow.Name, ChartKind.Sankey, new Dictionary<string, int> { ["source"] = 0, ["target"] = 1, ["value"] = 2 }, flow.Links);
        _json.WriteString("unit", "rows");
        _json.WriteStartObject("captions");
        foreach (var (name, caption) in flow.Captions)
        {
            _json.WriteString(name, caption);
        }

        _json.WriteEndObject();
        _json.WriteStartArray("warnings");
        _json.WriteStringValue(RunFlow.Rejected);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    /// <summary>The JSON; nothing may be added afterwards.</summary>
    public string Finish()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        return System.Text.Encoding.UTF8.GetString(_bytes.ToArray());
    }

    public void Dispose()
    {
        _json.Dispose();
        _bytes.Dispose();
    }

    void Begin(string id, ChartKind kind, IReadOnlyDictionary<string, int> encodings, QueryResult result)
    {
        _json.WriteStartObject();
        _json.WriteString("id", id);
        _json.WriteString("kind", kind.ToString().ToLowerInvariant());
        _json.WriteStartObject("encodings");
        foreach (var (key, index) in encodings)
        {
            _json.WriteNumber(key, index);
        }

        _json.WriteEndObject();
        _json.WriteStartArray("columns");
        for (var index = 0; index < result.Columns.Count; index++)
        {
            _json.WriteStartObject();
            _json.WriteString("name", result.Columns[index]);
            _json.WriteString("type", TypeOf(result, index));
            if (DecimalsOf(result, index) is > 0 and var decimals)
            {
                _json.WriteNumber("decimals", decimals);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteStartArray("rows");
        foreach (var row in result.Rows)
        {
            _json.WriteStartArray();
            row.ToList().ForEach(Write);
            _json.WriteEndArray();
        }

        _json.WriteEndArray();
    }

    void Write(object? value)
    {
        if (value is null)
        {
            _json.WriteNullValue();
        }
        else if (ResultText.IsNumber(value))
        {
            _json.WriteRawValue(ResultText.Of(value));
        }
        else
        {
            _json.WriteStringValue(PageText.Short(value is DateTimeOffset time ? ResultText.Of(time.UtcDateTime) : ResultText.Of(value)));
        }
    }

    static string TypeOf(QueryResult result, int index)
    {
        var values = result.Rows.Select(row => row[index]).Where(value => value is not null).ToList();
        return values.Count == 0 ? "text"
            : values.All(ResultText.IsNumber) ? "number"
            : values.All(value => value is DateOnly) ? "date"
            : values.All(value => value is DateTime or DateTimeOffset) ? "time"
            : "text";
    }

    /// <summary>Digits behind the point that each value of a DECIMAL has, zeros included, which a number of the script would not keep.</summary>
    static int DecimalsOf(QueryResult result, int index) => result.Rows
        .Select(row => row[index])
        .Max(value => value switch
        {
            decimal number => number.Scale,
            WideDecimal number => number.Scale,
            _ => 0,
        } as int?) ?? 0;
}
