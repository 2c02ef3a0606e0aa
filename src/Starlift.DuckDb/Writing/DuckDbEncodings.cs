using System.Globalization;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Compressions of columns by the numbers that pg_attribute has for them, which FORMAT_ENCODING reads.</summary>
static class DuckDbEncodings
{
    static readonly string[] Names = ["none", "bytedict", "delta", "delta32k", "lzo", "mostly8", "mostly16", "mostly32", "runlength", "text255", "text32k", "zstd", "az64"];

    /// <summary>The number of a compression by its name, an expression.</summary>
    public static string NumberOf(string name) =>
        $"CASE {name}{string.Concat(Names.Select((encoding, i) => string.Create(CultureInfo.InvariantCulture, $" WHEN '{encoding}' THEN {i}")))} ELSE 0 END";

    /// <summary>FORMAT_ENCODING.</summary>
    public static Fragment Format(CallText call) =>
        $"CASE {call[0]}{Fragment.Of(string.Concat(Names.Select((encoding, i) => string.Create(CultureInfo.InvariantCulture, $" WHEN {i} THEN '{encoding}'"))))} END";
}
