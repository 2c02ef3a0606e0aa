namespace Starlift.Sql.Text;

public enum TokenKind
{
    /// <summary>A keyword or a name without quotes; "#name" too.</summary>
    Word,

    /// <summary>A "quoted name".</summary>
    QuotedName,

    /// <summary>A 'string', E'string' or $$dollar quoted$$ string.</summary>
    String,

    Number,

    /// <summary>An operator or punctuation: one character, or one of :: &lt;= &gt;= &lt;&gt; != || =&gt; ~~ and the like.</summary>
    Symbol,

    /// <summary>The end of the text; always the last token of a statement.</summary>
    End,
}
