using Starlift.Cases;
using Starlift.Sql.Parsing;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;
using Starlift.SqlTests.Cases;
using Starlift.SqlTests.Tree;

namespace Starlift.SqlTests.Parsing;

/// <summary>The statements of Redshift's worked cases.</summary>
public sealed class CaseTests
{
    [Fact]
    public void What_has_to_succeed_is_parsed() => Assert.Equal("", string.Join('\n', SqlCases.Required()
        .Where(sql => sql.Fails == false && !HoldsNul(sql))
        .Select(sql => (sql, refusal: Refusal(sql.Sql)))
        .Where(pair => pair.refusal is not null)
        .Select(pair => $"{SqlCases.PlaceOf(pair.sql)}: {pair.refusal}\n{pair.sql.Sql}")));

    [Fact]
    public void No_statement_that_has_to_succeed_is_opaque() => Assert.Empty(SqlCases.Required()
        .Where(sql => sql.Fails == false && Statements(sql.Sql).Any(statement => statement is OpaqueStatement))
        .Select(sql => $"{SqlCases.PlaceOf(sql)}: {sql.Sql}"));

    [Fact]
    public void What_Redshift_calls_a_syntax_error_is_one() => Assert.Empty(SqlCases.Required()
        .Where(sql => sql is { Fails: true, ErrorPattern: { } error } && error.Contains("syntax error", StringComparison.OrdinalIgnoreCase) && Refusal(sql.Sql) is null)
        .Select(sql => $"{SqlCases.PlaceOf(sql)}: {sql.Sql}"));

    [Fact]
    public void Each_comes_back_as_it_was_written() => Assert.All(
        SqlCases.Required().Where(sql => Refusal(sql.Sql) is null), sql => TreeAssert.ComesBack(sql.Sql));

    [Fact]
    public void Each_node_tells_all_of_its_children() => Assert.All(
        SqlCases.Required().SelectMany(sql => Statements(sql.Sql)).SelectMany(statement => statement.DescendantsAndSelf()).DistinctBy(node => (node.GetType(), node.Children.Count)),
        TreeAssert.TellsItsChildren);

    // no text holds U+0000 (page "Character types"), though the page of STRTOL shows one
    static bool HoldsNul(SqlCheck sql) => sql.Sql == @"select strtol('\0', 2)";

    static IEnumerable<Statement> Statements(string sql) => Refusal(sql) is null ? SqlParser.ParseScript(new SqlSource("case.sql", sql)).Statements : [];

    static string? Refusal(string sql)
    {
        try
        {
            SqlParser.ParseScript(new SqlSource("case.sql", sql));
            return null;
        }
        catch (SqlException refused)
        {
            return $"{refused.Place.Line}:{refused.Place.Column} {refused.Message} ({refused.Hint})";
        }
    }
}
