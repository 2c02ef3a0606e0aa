using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Stars;

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

    /// <summary>A value as text that is the same whatever warehouse it comes from.</summary>
    internal static string Text(ColumnDefinition column, object? value) => value switch
    {
        null => "NULL",
        string json when column.Type.Kind == SqlTypeKind.Super => CanonicalJson.Of(json),
        // CHAR is padded here and not there
        string text => $"'{(column.Type.Kind == SqlTypeKind.Char ? text.TrimEnd(' ') : text)}'",
        byte[] bytes => Convert.ToHexString(bytes),
        decimal or WideDecimal => WithoutZeros(ResultText.Of(value)),
        DateTimeOffset time => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        DateTime time when column.Type.Kind == SqlTypeKind.Date => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // Scales are the column's, which may differ.
    static string WithoutZeros(string number) => number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number;
}
