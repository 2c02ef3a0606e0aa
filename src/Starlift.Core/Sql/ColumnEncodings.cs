using System.Collections.Frozen;

namespace Starlift.Sql;

/// <summary>Which ENCODE suits which type (Amazon Redshift: "Compression encodings").</summary>
static class ColumnEncodings
{
    static readonly SqlTypeKind[] Integers = [SqlTypeKind.SmallInt, SqlTypeKind.Integer, SqlTypeKind.BigInt];
    static readonly SqlTypeKind[] Times = [SqlTypeKind.Date, SqlTypeKind.Timestamp, SqlTypeKind.TimestampTz];
    static readonly SqlTypeKind[] Texts = [SqlTypeKind.Char, SqlTypeKind.Varchar];
    static readonly SqlTypeKind[] Plain =
        [.. Integers, SqlTypeKind.Decimal, .. Times, SqlTypeKind.Real, SqlTypeKind.DoublePrecision, .. Texts];

    /// <summary>The pages say little of these, so that no encoding is refused for them.</summary>
    static readonly SqlTypeKind[] Unstated = [SqlTypeKind.Time, SqlTypeKind.TimeTz, SqlTypeKind.Varbyte];

    static readonly FrozenDictionary<string, SqlTypeKind[]> Types = new Dictionary<string, SqlTypeKind[]>
    {
        ["RAW"] = Enum.GetValues<SqlTypeKind>(),
        ["AZ64"] = [.. Integers, SqlTypeKind.Decimal, .. Times],
        ["BYTEDICT"] = Plain,
        ["DELTA"] = [.. Integers, SqlTypeKind.Decimal, .. Times],
        ["DELTA32K"] = [SqlTypeKind.Integer, SqlTypeKind.BigInt, SqlTypeKind.Decimal, .. Times],
        ["LZO"] = [.. Integers, SqlTypeKind.Decimal, .. Times, .. Texts, SqlTypeKind.Super],
        ["MOSTLY8"] = [.. Integers, SqlTypeKind.Decimal],
        ["MOSTLY16"] = [SqlTypeKind.Integer, SqlTypeKind.BigInt, SqlTypeKind.Decimal],
        ["MOSTLY32"] = [SqlTypeKind.BigInt, SqlTypeKind.Decimal],
        ["RUNLENGTH"] = [.. Plain, SqlTypeKind.Boolean],
        ["TEXT255"] = [SqlTypeKind.Varchar],
        ["TEXT32K"] = [SqlTypeKind.Varchar],
        ["ZSTD"] = [.. Plain, SqlTypeKind.Boolean, SqlTypeKind.Super],
    }.ToFrozenDictionary();

    /// <summary>All encodings, in upper case.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Types.Keys.Order()];

    public static bool Suits(string encoding, SqlType type) => Types[encoding].Contains(type.Kind) || Unstated.Contains(type.Kind);

    /// <summary>The encodings that suit the type, for a message.</summary>
    public static string For(SqlType type) => string.Join(", ", All.Where(encoding => Suits(encoding, type)));
}
