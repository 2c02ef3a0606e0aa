using Starlift.Projects;

namespace Starlift.Checks;

/// <summary>The SQL that finds rows of a star table whose key is NULL or comes twice.</summary>
/// <param name="table">With a key.</param>
sealed class KeyQueries(Table table)
{
    /// <summary>FROM the keys that more than one row has.</summary>
    /// <param name="rows">The quoted name of the table that holds them.</param>
    public string KeysTwice(string rows) => $"from (select {Key} from {rows} group by {Key} having count(*) > 1) as twice";

    /// <summary>Up to five of them, and how often.</summary>
    /// <param name="rows">The quoted name of the table that holds them.</param>
    public string DuplicateKeys(string rows) =>
        $"select {Key}, count(*) as rows_with_this_key from {rows} group by {Key} having count(*) > 1 order by {Key} limit 5";

    /// <summary>FROM the rows without a whole key.</summary>
    /// <param name="rows">The quoted name of the table that holds them.</param>
    public string RowsWithoutKey(string rows) => $"from {rows} where {string.Join(" or ", table.Key!.Select(name => $"{Quoting.Name(name)} is null"))}";

    /// <summary>Up to five of them.</summary>
    /// <param name="rows">The quoted name of the table that holds them.</param>
    public string NullKeys(string rows) => $"select {Columns} {RowsWithoutKey(rows)} limit 5";

    string Key => string.Join(", ", table.Key!.Select(Quoting.Name));

    string Columns => string.Join(", ", table.Definition.Columns.Where(column => column.Identity is null).Select(column => Quoting.Name(column.Name)));
}
