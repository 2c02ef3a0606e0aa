using System.Globalization;
using Starlift.DuckDb.Writing;
using Starlift.Sql.Analysis;
using Starlift.Sql.Meaning.Bound;

namespace Starlift.DuckDb;

/// <summary>
/// Finds out whether nearly every row of a table has its key for itself, so that numbers within keys can be had without sorting all rows. It looks at
/// all rows of one key in 64, picked by their hash, which costs a hundredth of what the sorting does.
/// </summary>
static class NearlyUnique
{
    const int KeysPicked = 64;

    /// <summary>Of fewer rows nothing is gained.</summary>
    const int FewestRows = 300;

    /// <summary>The share of rows that must have a key of their own.</summary>
    const double Share = 0.9;

    /// <summary>The SELECTs of a statement that number rows within keys which are nearly unique now.</summary>
    public static async Task<IReadOnlyList<NumberedRows>> AmongAsync(DuckDbSession session, BoundStatement? statement, CancellationToken cancellationToken)
    {
        List<NumberedRows> found = [];
        foreach (var numbered in statement is null ? [] : NumberedRows.In(statement))
        {
            var columns = string.Join(", ", numbered.Keys.Select(key => DuckDbName.Quote(key.Name)));
            var picked = $"SELECT hash({columns}) AS h FROM {DuckDbWriter.NameOf(numbered.Table.Table)}";
            var sql = string.Create(CultureInfo.InvariantCulture, $"SELECT count(*), count(DISTINCT h) FROM ({picked}) WHERE h % {KeysPicked} = 0");
            var counts = (await session.RunAsync(sql, DuckDbRows.Read, cancellationToken)).Rows[0];
            if (counts is [long rows and >= FewestRows, long keys] && keys >= rows * Share)
            {
                found.Add(numbered);
            }
        }

        return found;
    }
}
