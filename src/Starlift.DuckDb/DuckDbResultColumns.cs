using System.Text;
using System.Text.Json;
using Starlift.DuckDb.Native;
using Starlift.Sql.Meaning.Types;
using Starlift.Warehouses;

namespace Starlift.DuckDb;

/// <summary>The columns of a result as Redshift has them: DuckDB keeps neither lengths nor the padding of a CHAR.</summary>
static class DuckDbResultColumns
{
    /// <param name="told">What DuckDB says.</param>
    /// <param name="bound">What the statement means; empty where that isn't known.</param>
    public static IReadOnlyList<ResultColumn> Of(IReadOnlyList<ResultColumn> told, IReadOnlyList<Sql.Meaning.Bound.ResultColumn> bound) => bound.Count != told.Count
        ? told
        : [.. told.Select((column, i) => new ResultColumn(bound[i].Name, IsMeant(bound[i].Type, column.Type) ? bound[i].Type : IsNumeric(bound[i].Type, column.Type) ? new DataType(TypeKind.Decimal) : column.Type))];

    /// <summary>The columns that are NUMERIC on Redshift and floating-point numbers here, such as MEDIAN.</summary>
    public static int[] Numerics(IReadOnlyList<ResultColumn> told, IReadOnlyList<ResultColumn> columns) =>
        [.. Enumerable.Range(0, columns.Count).Where(i => columns[i].Type.IsDecimal && told[i].Type.IsFloat)];

    /// <summary>Makes NUMERICs of floating-point numbers, as far as these have digits.</summary>
    public static void Number(object?[] row, int[] numerics)
    {
        foreach (var index in numerics)
        {
            row[index] = row[index] is double number && Math.Abs(number) < 1e28 ? (decimal)number : row[index];
        }
    }

    static bool IsNumeric(DataType meant, DataType told) => meant.IsDecimal && told.Kind == TypeKind.DoublePrecision;

    /// <summary>The columns whose texts are padded with blanks, with their lengths.</summary>
    public static (int Index, int Length)[] Padded(IReadOnlyList<ResultColumn> columns) =>
        [.. columns.Select((column, i) => (i, column.Type)).Where(column => column.Type is { Kind: TypeKind.Char, Length: > 0 }).Select(column => (column.i, column.Type.Length))];

    /// <summary>The columns that are arrays.</summary>
    public static int[] Arrays(IReadOnlyList<Sql.Meaning.Bound.ResultColumn> bound) => [.. Enumerable.Range(0, bound.Count).Where(i => bound[i].Type.Kind == TypeKind.Array)];

    /// <summary>Writes the arrays of a row as PostgreSQL does: {1,2}.</summary>
    public static void Brace(object?[] row, int[] arrays)
    {
        foreach (var index in arrays)
        {
            row[index] = row[index] switch { NestedText nested => Braced(nested.Json), string json when json.StartsWith('[') => Braced(json), var other => other };
        }
    }

    static string Braced(string json)
    {
        using var array = JsonDocument.Parse(json);
        return $"{{{string.Join(',', array.RootElement.EnumerateArray().Select(element => element.ValueKind switch
        {
            JsonValueKind.Null => "NULL",
            JsonValueKind.String => Element(element.GetString()!),
            _ => element.GetRawText(),
        }))}}}";
    }

    static string Element(string text) => text.Length > 0 && text.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '.' or '-' or '=' or '*')
        ? text
        : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Pads the texts of a row; lengths are in bytes.</summary>
    public static void Pad(object?[] row, (int Index, int Length)[] padded)
    {
        foreach (var (index, length) in padded)
        {
            row[index] = row[index] is string text ? text.PadRight(Math.Max(0, length - Encoding.UTF8.GetByteCount(text) + text.Length)) : row[index];
        }
    }

    static bool IsMeant(DataType meant, DataType told) => meant.Kind == told.Kind || meant.Kind switch
    {
        TypeKind.Char or TypeKind.Name or TypeKind.InternalChar or TypeKind.RegProc or TypeKind.RegType or TypeKind.RegClass => told.IsText,
        TypeKind.Oid => told.IsInteger,
        _ => false,
    };
}
