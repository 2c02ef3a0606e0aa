using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing.Values;

/// <summary>Amazon Redshift: "String functions", those that DuckDB has not or has otherwise.</summary>
static class TextCalls
{
    public static FunctionWriter? Find(string name) => name switch
    {
        "initcap" => call => call.Named("starlift_initcap"),
        "split_part" => SplitPart,
        "lpad" => call => Pad(call, "lpad"),
        "rpad" => call => Pad(call, "rpad"),
        "reverse" => call => call.Named("starlift_reverse"),
        "quote_ident" => call => call.Named("starlift_quote_ident"),
        "quote_literal" => call => call.Named("starlift_quote_literal"),
        "chr" => call => call.Number(0) is > 0 and < 128 ? call.Named("chr") : call.Named("starlift_chr"),
        "soundex" => call => call.Named("starlift_soundex"),
        "difference" => call => call.Named("starlift_difference"),
        "strtol" => call => call.Named("starlift_strtol"),
        _ => null,
    };

    static Fragment SplitPart(CallText call) => call.Number(2) > 0 && call.Text(1) is { Length: > 0 }
        ? call.Named("split_part")
        : call.Named("starlift_split_part");

    static Fragment Pad(CallText call, string name)
    {
        var fill = call.Count > 2 ? call[2].Bare : Fragment.Of("' '");
        var isPlain = call.Number(1) >= 0 && (call.Count == 2 || call.Text(2) is { Length: > 0 });
        return $"{(isPlain ? name : $"starlift_{name}")}({call[0].Bare}, {call[1].Bare}, {fill})";
    }
}
