using Starlift.DuckDb.Native.Scalars;
using Starlift.Sql.Values.Numbers;
using Starlift.Sql.Values.Texts;
using static Starlift.DuckDb.Native.Scalars.ScalarType;

namespace Starlift.DuckDb.Values;

/// <summary>Amazon Redshift: "String functions".</summary>
static class TextFunctions
{
    public static ScalarFunction[] All =>
    [
        new("starlift_initcap", [Text], Text, static (ref c) => Written(ref c, static (ref c) => TextEdits.Capitalize(c.Chars(0), c.Text))),
        new("starlift_split_part", [Text, Text, Integer], Text, static (ref c) => c.Return(TextEdits.Part(c.Chars(0), c.Chars(1), c.Integer(2)))),
        new("starlift_lpad", [Text, Integer, Text], Text, static (ref c) => Written(ref c, static (ref c) => TextEdits.Pad(c.Chars(0), c.Integer(1), c.Chars(2), true, c.Text))),
        new("starlift_rpad", [Text, Integer, Text], Text, static (ref c) => Written(ref c, static (ref c) => TextEdits.Pad(c.Chars(0), c.Integer(1), c.Chars(2), false, c.Text))),
        new("starlift_reverse", [Text], Text, static (ref c) => Written(ref c, static (ref c) => TextEdits.Reverse(c.Chars(0), c.Text))),
        new("starlift_quote_ident", [Text], Text, static (ref c) => Written(ref c, static (ref c) => TextEdits.QuoteName(c.Chars(0), c.Text))),
        new("starlift_quote_literal", [Text], Text, static (ref c) => Written(ref c, static (ref c) => TextEdits.QuoteText(c.Chars(0), c.Text))),
        new("starlift_chr", [Integer], Text, static (ref c) => Character(ref c)),
        new("starlift_soundex", [Text], Text, static (ref c) => Soundex(ref c)),
        new("starlift_difference", [Text, Text], Integer, static (ref c) => c.Return(SoundexCode.Difference(c.Chars(0), c.Chars(1)))),
        new("starlift_strtol", [Text, Integer], BigInt, static (ref c) => c.Return(RadixText.Read(c.Chars(0), c.Integer(1)))),
    ];

    static void Written(ref ScalarCall call, ScalarBody write)
    {
        write(ref call);
        call.ReturnWritten();
    }

    static void Character(ref ScalarCall call)
    {
        if (TextEdits.TryCharacter(call.Integer(0), call.Text))
        {
            call.ReturnWritten();
        }
    }

    static void Soundex(ref ScalarCall call)
    {
        Span<char> code = stackalloc char[SoundexCode.Length];
        call.Return(code[..SoundexCode.Write(call.Chars(0), code)]);
    }
}
