using Starlift.Cases;

namespace Starlift.SqlTests.Cases;

/// <summary>The worked cases of Redshift's SQL, ../shared/sql-cases.</summary>
static class SqlCases
{
    static readonly string Folder = Path.Combine(Repository.Root, "../shared/sql-cases");

    /// <summary>Empty where the folder is not there.</summary>
    public static IReadOnlyList<SqlCheck> All { get; } = Directory.Exists(Folder) ? [.. ConformanceCases.SqlBelow(Folder)] : [];

    /// <summary>Those that stand in one group are executed one after the other on a fresh database.</summary>
    public static IReadOnlyList<IReadOnlyList<SqlCheck>> Groups { get; } = [.. All.GroupBy(check => (check.File, check.Group)).Select(group => group.ToList())];

    /// <summary>The cases, or a skipped test.</summary>
    public static IReadOnlyList<SqlCheck> Required()
    {
        Assert.SkipWhen(All.Count == 0, "no cases in ../shared/sql-cases");
        return All;
    }

    /// <summary>Where it stands, for messages.</summary>
    public static string PlaceOf(SqlCheck check) => $"{check.File}.slt:{check.Line}";
}
