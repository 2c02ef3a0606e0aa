using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Starlift.Sql;

namespace Starlift.Runs;

/// <summary>Rows without an order, each as one text that is the same whatever warehouse it comes from.</summary>
sealed class BagOfRows
{
    readonly Dictionary<string, long> _counts = [];

    public BagOfRows(IReadOnlyList<ColumnDefinition> columns, IReadOnlyList<object?[]> rows)
    {
        var sum = UInt128.Zero;
        foreach (var row in rows)
        {
            var text = string.Join(", ", columns.Zip(row, (column, value) => $"{column.Name} = {Text(column, value)}"));
            _counts[text] = _counts.GetValueOrDefault(text) + 1;
            // A sum of hashes does not depend on the order, and counts a row as often as it is there.
            unchecked
            {
                sum += System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            }
        }

        Rows = rows.Count;
        Checksum = sum.ToString("x32", CultureInfo.InvariantCulture);
    }

    public long Rows { get; }

    public string Checksum { get; }

    /// <summary>Some of the rows that are here more often than there, in their order.</summary>
    public IReadOnlyList<string> Except(BagOfRows other, int most) =>
        [.. _counts.Where(pair => pair.Value > other._counts.GetValueOrDefault(pair.Key)).Select(pair => pair.Key).Order(StringComparer.Ordinal).Take(most)];

    static string Text(ColumnDefinition column, object? value) => value switch
    {
        null => "NULL",
        string json when column.Type.Kind == SqlTypeKind.Super => Canonical(JsonNode.Parse(json)),
        // CHAR is padded here and not there
        string text => $"'{(column.Type.Kind == SqlTypeKind.Char ? text.TrimEnd(' ') : text)}'",
        byte[] bytes => Convert.ToHexString(bytes),
        decimal number => number.ToString("0.#############################", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        DateTime time when column.Type.Kind == SqlTypeKind.Date => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // jsonb does not keep the order of keys, nor the white space
    static string Canonical(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject members => $"{{{string.Join(",", members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{JsonValue.Create(member.Key).ToJsonString()}:{Canonical(member.Value)}"))}}}",
        JsonArray items => $"[{string.Join(",", items.Select(Canonical))}]",
        _ when node.GetValueKind() == JsonValueKind.Number => node.GetValue<double>().ToString("R", CultureInfo.InvariantCulture),
        _ => node.ToJsonString(),
    };
}
