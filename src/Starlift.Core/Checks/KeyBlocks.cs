using Starlift.Sql;

namespace Starlift.Checks;

/// <summary>
/// Tells whether a key comes twice with fewer groups than there are keys: keys that differ in nothing but the low five bits of an integer
/// make one group, in which each is a power of two. Different powers of two add up to their bitwise OR; where one comes twice, the sum is more.
/// Ids and numbers within something are dense, and groups of up to 32 cost a fraction of groups of one (Amazon Redshift: "BIT_OR function",
/// "Mathematical operator symbols").
/// </summary>
static class KeyBlocks
{
    /// <param name="source">What FROM reads.</param>
    /// <param name="key">The key's columns as they are written there, and their types.</param>
    /// <returns>FROM the groups with a key twice, rows without a whole key left out; null where no column is an integer.</returns>
    public static string? WithKeyTwice(string source, IReadOnlyList<(string Sql, SqlType Type)> key)
    {
        // Columns go from the whole to its parts, so that the last is the likeliest to be dense.
        var dense = key.LastOrDefault(column => column.Type.Kind is SqlTypeKind.SmallInt or SqlTypeKind.Integer or SqlTypeKind.BigInt).Sql;
        if (dense is null)
        {
            return null;
        }

        var blocks = key.Select(column => column.Sql == dense ? $"{dense} >> 5" : column.Sql);
        var power = $"cast(1 as bigint) << cast({dense} & 31 as integer)";
        return $"from (select 1 as twice from {source} group by {string.Join(", ", blocks)} having sum({power}) <> bit_or({power})) as blocks";
    }
}
