namespace Starlift.Sql.Text;

/// <summary>Redshift's operators and punctuation.</summary>
static class SqlSymbols
{
    /// <summary>Those of several characters, longest first.</summary>
    public static readonly string[] Longer =
    [
        "!~~*", "!~~", "!~*", "~~*", "->>", "||/", "::", "<=", ">=", "<>", "!=", "||", "=>", "~~", "~*", "!~", "->", ":=", "|/", "<<",
        ">>", "@>", "<@",
    ];

    public const string Single = "+-*/<>=~!@#%^&|?.,;:()[]{}`";
}
