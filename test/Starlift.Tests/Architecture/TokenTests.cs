using System.Text.RegularExpressions;

namespace Starlift.Tests.Architecture;

/// <summary>
/// What a statement says is read from its tree: grammar that is told from tokens here and there comes to differ. Tokens are for what makes trees of them,
/// and for what says a stretch word by word.
/// </summary>
public sealed partial class TokenTests
{
    static readonly string[] Readers =
    [
        "Starlift.Sql/",
        // the statements that Core reads itself: CREATE TABLE, COPY, COMMENT and DROP TABLE
        "Starlift.Core/Sql/(\\w+Parser|CreateTableRules|RefusedSql|TokenCursor).cs",
        // what an engine says as Redshift does
        "Starlift.DuckDb/Writing/",
        "Starlift.Postgres/Writing/",
        // cases are sent to a cluster word for word, those too that no parser takes
        "Starlift.Cases/CaseTable.cs",
        "Starlift.Cli/Probing/",
    ];

    [Fact]
    public void Only_those_who_read_and_write_SQL_look_at_tokens()
    {
        var readers = new Regex($"^src/({string.Join('|', Readers)})");
        Assert.DoesNotContain(Repository.Files("src", "*.cs"), file => !readers.IsMatch(file) && LooksAtTokens().IsMatch(Repository.Read(file)));
    }

    [Fact]
    public void Each_of_them_does() => Assert.All(Readers, reader =>
        Assert.Contains(Repository.Files("src", "*.cs"), file => Regex.IsMatch(file, $"^src/{reader}") && LooksAtTokens().IsMatch(Repository.Read(file))));

    [GeneratedRegex(@"\b(SqlLexer|TokenKind|TokenCursor)\b|\.IsSymbol\(|<Token>|\bToken \w+[,)]")]
    private static partial Regex LooksAtTokens();
}
