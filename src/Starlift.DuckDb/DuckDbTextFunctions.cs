using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>Functions of texts (Amazon Redshift: "String functions").</summary>
static class DuckDbTextFunctions
{
    public static readonly IReadOnlyDictionary<string, FunctionRewrite> All = new Dictionary<string, FunctionRewrite>
    {
        ["octet_length"] = call => call.Arguments is [var text] ? call.With($"strlen(CAST({text.Text} AS VARCHAR))") : null,
        ["btrim"] = call => call.Renamed("trim"),
        ["lpad"] = call => call.Arguments is [var text, var length] ? call.With($"lpad({text.Text}, {length.Text}, ' ')") : null,
        ["rpad"] = call => call.Arguments is [var text, var length] ? call.With($"rpad({text.Text}, {length.Text}, ' ')") : null,
        ["sha"] = call => call.Renamed("sha1"),
        ["func_sha1"] = call => call.Renamed("sha1"),
        ["sha2"] = Sha2,
        ["quote_literal"] = call => call.Arguments is [var text]
            ? call.With($"('''' || replace({text.Text}, '''', '''''') || '''')")
            : null,
    };

    static Rewritten? Sha2(FunctionCall call)
    {
        if (call.Arguments is not [var text, var bits])
        {
            return null;
        }

        return bits.Number is 0 or 256
            ? call.With($"sha256({text.Text})")
            : throw call.Error($"DuckDB has no SHA2 of {bits.Text} bits", "write SHA2(x, 256)");
    }
}
