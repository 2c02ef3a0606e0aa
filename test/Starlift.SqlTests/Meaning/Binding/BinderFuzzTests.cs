using CsCheck;
using Starlift.Sql.Analysis;
using Starlift.Sql.Meaning;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Parsing;
using Starlift.Sql.Text;
using Starlift.SqlTests.Cases;

namespace Starlift.SqlTests.Meaning.Binding;

/// <summary>Nothing but the binder's own error comes of any statement that can be parsed.</summary>
public sealed class BinderFuzzTests
{
    static readonly Catalogue Tables = Made();

    static readonly string[] Words =
    [
        "select ", "a", "b", "s", "t", "u", "stl_query q", "q.*", "q.x", "select * from stl_query", ".", ", ", "(", ")", "*", " from ", " where ", " group by ", " order by ", " having ", "1", "'x'", "null", " + ", " = ", " and ",
        " in ", "count(*)", "sum(", "max(", "coalesce(", "nvl2(", "decode(", "case when ", " then ", " else ", " end", " over (", "partition by ", "rows unbounded preceding", " as ", "::int", "::date", "::super",
        "[0]", " union all ", " join ", " on ", " using (a)", " left join ", "with c as (select a from t) ", "c", "insert into t ", "values (", "update t set a = ", "delete from t ", "date '2020-01-01'",
        "interval '1 day'", "dateadd(day, 1, ", "extract(year from ", "listagg(", "exists (select 1 from u)", "(select max(a) from u)", " between 1 and 2", " like 'x%'", " is null", " not ", "distinct ", "top 1 ", " limit 1",
        "rollup (a, b)", "unnest(s)", " at i", "pivot (count(*) for a in (1, 2))", "merge into t using u on t.a = u.a ", "when matched then delete ", "json_parse('1')", "array(1, 2)", "$1", "default", " qualify ", "row_number() over (order by a)",
    ];

    [Fact]
    public void Sentences_of_SQL_words_survive() =>
        Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[1, 30].Select(words => "select " + string.Concat(words)).Sample(Survives, iter: 25_000, seed: "0000Meaning1");

    [Fact]
    public void Statements_of_the_cases_with_a_piece_cut_out_doubled_or_from_elsewhere_survive()
    {
        var groups = SqlCases.Groups;
        Assert.SkipWhen(groups.Count == 0, "no cases in ../shared/sql-cases");
        var pieces = groups.SelectMany(group => group).Select(record => record.Sql).ToArray();
        Gen.Select(Gen.Int[0, groups.Count - 1], Gen.Int[0, 11], Gen.Int[0, 400], Gen.Int[1, 14], Gen.Int[0, pieces.Length - 1], Gen.Int[0, 2]).Sample(
            (group, record, at, length, piece, how) =>
            {
                var records = groups[group];
                record %= records.Count;
                return Survives(records.Take(record).Select(earlier => earlier.Sql), Changed(records[record].Sql, at, length, pieces[piece], how));
            },
            iter: 10_000,
            seed: "0000Meaning2");
    }

    [Theory]
    [InlineData("select {0}1{1}", "(", ")", 20_000)]
    [InlineData("select 1{0}{1}", " + 1", "", 20_000)]
    [InlineData("select {0}1{1}", "abs(", ")", 5_000)]
    [InlineData("select {0}1{1}", "(select ", ")", 5_000)]
    [InlineData("select * from {0}t{1}", "(select * from ", ")", 3_000)]
    [InlineData("select 1{0}{1}", " union all select 1", "", 5_000)]
    public void Deep_statements_survive(string frame, string opening, string closing, int depth) =>
        Assert.True(Survives(string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, string.Concat(Enumerable.Repeat(opening, depth)), string.Concat(Enumerable.Repeat(closing, depth)))));

    static string Changed(string text, int at, int length, string piece, int how)
    {
        at %= text.Length;
        length = Math.Min(length, text.Length - at);
        var from = at % piece.Length;
        return how switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            _ => text.Insert(at, $" {piece.Substring(from, Math.Min(length, piece.Length - from))} "),
        };
    }

    static bool Survives(string sql) => Survives([], sql);

    static bool Survives(IEnumerable<string> before, string sql)
    {
        var catalogue = Tables;
        foreach (var text in before.Append(sql))
        {
            NearlySql.Survives(() =>
            {
                var source = new SqlSource("fuzz.sql", text);
                foreach (var statement in SqlParser.ParseScript(source).Statements)
                {
                    var bound = Binder.Bind(source, statement, catalogue);
                    ColumnLineage.Of(bound);
                    TableUse.Of(bound);
                    catalogue = CatalogueChanges.After(catalogue, bound);
                }
            });
        }

        return true;
    }

    static Catalogue Made()
    {
        var catalogue = Catalogue.Empty;
        var source = new SqlSource("fuzz.sql", "create table t (a int, b varchar(9), s super); create table u (a bigint, b date, s super)");
        foreach (var statement in SqlParser.ParseScript(source).Statements)
        {
            catalogue = CatalogueChanges.After(catalogue, Binder.Bind(source, statement, catalogue));
        }

        return catalogue;
    }
}
