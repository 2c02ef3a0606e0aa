using CsCheck;
using Starlift.Sql.Analysis;

namespace Starlift.Tests.DuckDb;

/// <summary>Rows whose keys are said to be nearly unique are numbered as all others are, whether or not the keys are unique.</summary>
public sealed class NearlyUniqueTests
{
    const string Table = "create table t (a int, b bigint, c varchar(9), e char(3), d timestamp, p int);";

    static readonly string[] Queries =
    [
        "select a, b, p, row_number() over (partition by a, b order by p, c, e, d) as n from t",
        "select p, n from (select p, row_number() over (partition by c order by p desc, a, b, e, d) as n from t where p > 2) x where n = 1",
        "select a, p from t x where p < 8 or p is null qualify row_number() over (partition by e order by p, a, b, c, d) = 1",
        "select a as x, rank() over (partition by d, a order by p) as n, 7 - n as m from t x qualify n < 3",
        "with k as (select c, dense_rank() over (partition by b order by p desc) as n from t) select n, count(*) from k group by n union all select max(a), min(b) from t",
        "select p, row_number() over (partition by a order by p, b, c, e, d) as n from t order by 2 desc, 1 limit 3",
        "select p as k0, row_number() over (partition by b order by p, a, c, e, d) as p from t",
    ];

    static readonly string[] Texts = ["'x'", "'x '", "''", "' '", "null"];

    static readonly Gen<string> Rows = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, Texts.Length - 1].Select(i => Texts[i]), Gen.Int[0, 2], Gen.Int[0, 10])
        .Select((a, b, c, d, p) => $"({Value(a)}, {Value(b)}, {c}, {c}, {(d == 0 ? "null" : $"'2024-01-0{d}'")}, {Value(p)})")
        .List[1, 12].Select(rows => string.Join(", ", rows));

    [Fact]
    public void Rows_are_numbered_as_a_window_function_numbers_them() => Gen.Select(Rows, Gen.Int[0, Queries.Length - 1].Select(i => Queries[i])).Sample(
        (rows, query) =>
        {
            using var plain = new DuckDbSession();
            using var apart = new DuckDbSession { FindsNearlyUnique = NumberedRows.In };
            var expected = plain.Run($"{Table} insert into t values {rows}; {query}");
            var found = apart.Run($"{Table} insert into t values {rows}; {query}");
            Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        },
        iter: 150);

    [Fact]
    public void Every_query_of_these_is_written_in_two_parts() => Assert.All(Queries, query =>
    {
        using var session = new DuckDbSession { FindsNearlyUnique = NumberedRows.In };
        session.Run($"{Table} {query}");
        Assert.Contains("ANTI JOIN", session.Last, StringComparison.Ordinal);
    });

    [Fact]
    public void Names_that_come_twice_stay_as_they_are()
    {
        using var session = new DuckDbSession { FindsNearlyUnique = NumberedRows.In };
        session.Run($"{Table} select a, p as a, row_number() over (partition by a order by b) as n from t");
        Assert.DoesNotContain("ANTI JOIN", session.Last, StringComparison.Ordinal);
    }

    static string Value(int number) => number == 0 ? "null" : $"{number}";
}
