using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Checks;

/// <summary>
/// The rules that a star table's constraints state. Redshift accepts PRIMARY KEY, UNIQUE and REFERENCES and enforces none of them; a run
/// does, on the rows it is about to publish, and so the cost is in proportion to those rows.
/// </summary>
static class StarRules
{
    /// <summary>No row without a whole key, and no key twice, among the rows that a model yields.</summary>
    /// <param name="table">The star table.</param>
    /// <param name="model">Yields the rows.</param>
    /// <param name="rows">The quoted name of the table that holds them.</param>
    public static StarRule Key(Table table, Model model, string rows)
    {
        var key = string.Join(", ", table.Key!);
        var queries = new KeyQueries(table);
        var place = model.Select.Source.PlaceOf(model.Select.Source.Start);
        var without = new Violation(queries.RowsWithoutKey(rows), queries.NullKeys(rows), examples => new Problem(
            $"model {model.Name} yields rows whose key ({key}) is NULL: {examples}", place, "leave such rows out of the SELECT"));
        var twice = new Violation(queries.KeysTwice(rows), queries.DuplicateKeys(rows), examples => new Problem(
            $"model {model.Name} yields several rows with the same key ({key}): {examples}",
            place,
            "make the SELECT yield one row a key, by row_number() or group by" + (rows != table.Name.Quoted ? "; starlift check tells whether the table itself has it twice" : "")))
        {
            QuickTest = KeyBlocks.WithKeyTwice(rows, [.. table.Key!.Select(name => (Quoting.Name(name), TypeOf(table, name)))]),
        };
        var cannotBeTwice = DistinctKey.IsIn(model, table);
        return new StarRule(KeyCheck(table, table.Key!), cannotBeTwice ? [without] : [twice, without]);
    }

    /// <summary>NOT NULL, and every foreign key found.</summary>
    /// <param name="table">The star table.</param>
    /// <param name="rows">The quoted name of the table of the rows to check.</param>
    /// <param name="project">Declares the tables referred to.</param>
    public static IEnumerable<StarRule> Constraints(Table table, string rows, Project project)
    {
        var required = table.Definition.Columns.Where(column => column is { NotNull: true, Identity: null }).ToList();
        if (required.Count > 0)
        {
            yield return NotNull(table, required, rows);
        }

        foreach (var foreignKey in table.Definition.ForeignKeys)
        {
            yield return Reference(table, foreignKey, rows, project);
        }
    }

    /// <summary>Every foreign key found that refers to one of these tables, in all rows of the star table.</summary>
    /// <param name="table">The star table.</param>
    /// <param name="others">Tables that may have lost rows.</param>
    /// <param name="project">Declares the tables referred to.</param>
    public static IEnumerable<StarRule> ReferencesTo(Table table, IReadOnlySet<TableName> others, Project project) => table.Definition.ForeignKeys
        .Where(key => project.Table(key.Table) is { } other && others.Contains(other.Name))
        .Select(key => Reference(table, key, table.Name.Quoted, project))
        .Select(rule => rule with { Check = rule.Check with { Name = $"{rule.Check.Name}, all rows" } });

    /// <summary>
    /// PRIMARY KEY and UNIQUE on rows that are in their star table: the constraints that a model's rows are not merged by, where the run
    /// has changed something. NULL equals nothing, as in SQL. Those of an IDENTITY column are left to the warehouse that gives its values.
    /// </summary>
    /// <param name="table">The star table, with the rows in it.</param>
    /// <param name="changed">The quoted name of the table of the rows that were inserted and updated; null for all.</param>
    public static IEnumerable<StarRule> OtherKeys(Table table, string? changed) => table.Definition.UniqueKeys
        .Where(key => !key.Columns.SequenceEqual(table.Key!) && !key.Columns.Any(column => table.Definition.Column(column)?.Identity is not null))
        .Select(key => Unique(table, key, changed));

    /// <summary>All PRIMARY KEY and UNIQUE constraints, on all rows of the star table.</summary>
    public static IEnumerable<StarRule> AllKeys(Table table) => table.Definition.UniqueKeys.Select(key => Unique(table, key, changed: null));

    static StarRule NotNull(Table table, IReadOnlyList<ColumnDefinition> required, string rows)
    {
        var check = new CheckResult
        {
            Name = $"{table.Name} not null",
            Kind = CheckKind.NotNull,
            Table = table.Name.ToString(),
            Description = $"These columns of {table.Name} always hold a value: {string.Join(", ", required.Select(column => column.Name))}.",
        };
        var anyNull = string.Join(" or ", required.Select(column => $"{Quoting.Name(column.Name)} is null"));
        var shown = table.Key!.Union(required.Select(column => column.Name)).Select(Quoting.Name);
        return new StarRule(check, new Violation(
            $"from {rows} where {anyNull}",
            $"select {string.Join(", ", shown)} from {rows} where {anyNull} limit 5",
            (passed, violations, found) => BrokenNotNull(passed, violations, found, table, required)));
    }

    // The first column that lacks its value in the first row stands for all; the key tells the rows apart.
    static CheckResult BrokenNotNull(CheckResult check, long violations, QueryResult found, Table table, IReadOnlyList<ColumnDefinition> required)
    {
        var column = required.First(candidate => found.Rows[0][IndexOf(found, candidate.Name)] is null);
        var shown = table.Key!.Append(column.Name).Distinct().ToList();
        var rows = new QueryResult(shown, [.. found.Rows.Select(row => shown.Select(name => row[IndexOf(found, name)]).ToArray())]);
        return check.Broken(violations, rows, examples => new Problem(
            $"{table.Name}.{column.Name} is NOT NULL, and the model yields NULL: {examples}",
            table.Definition.Source.PlaceOf(column.Index),
            "leave such rows out of the model, or NOT NULL out of the table"));
    }

    static StarRule Reference(Table table, ForeignKey key, string rows, Project project)
    {
        var columns = string.Join(", ", key.Columns);
        var check = new CheckResult
        {
            Name = $"{table.Name} ({columns}) references {key.Table}",
            Kind = CheckKind.Reference,
            Table = table.Name.ToString(),
            Description = $"What {table.Name} says in {columns} is a row of {key.Table}.",
        };
        var referenced = ReferencedColumns(key, project);
        var own = key.Columns.Select(column => $"s.{Quoting.Name(column)}").ToList();
        var pairs = referenced.Zip(own, (other, column) => $"t.{Quoting.Name(other)} = {column}");
        var orphans = $"from {rows} as s "
            + $"left join {ReferencedRows(table, key, referenced, rows)} as t on {string.Join(" and ", pairs)} "
            + $"where {string.Join(" and ", own.Select(column => $"{column} is not null"))} and t.{Quoting.Name(referenced[0])} is null";
        return new StarRule(check, new Violation(
            orphans,
            $"select distinct {string.Join(", ", own)} {orphans} limit 5",
            examples => new Problem(
                $"{table.Name} ({columns}) refers to {key.Table}, which has no such row: {examples}",
                table.Definition.Source.PlaceOf(table.Definition.Source.Start),
                $"fill {key.Table} with these keys, or yield NULL for them")));
    }

    static StarRule Unique(Table table, UniqueKey key, string? changed)
    {
        var names = key.Columns.Select(Quoting.Name).ToList();
        var columns = string.Join(", ", names.Select(name => $"t.{name}"));
        var from = $"{table.Name.Quoted} as t" + (changed is null
            ? ""
            : $" join (select distinct {string.Join(", ", names)} from {changed}) as s on {string.Join(" and ", names.Select(name => $"t.{name} = s.{name}"))}");
        var source = $"{from} where {string.Join(" and ", names.Select(name => $"t.{name} is not null"))}";
        var twice = $"select {columns}, count(*) as rows_with_this_key from {source} group by {columns} having count(*) > 1";
        return new StarRule(KeyCheck(table, key.Columns), new Violation($"from ({twice}) as twice", $"{twice} limit 5", shown => new Problem(
            $"{table.Name} has several rows with the same {string.Join(", ", key.Columns)}: {shown}",
            table.Definition.Source.PlaceOf(table.Definition.Source.Start),
            $"make the model of {table.Name} yield each value once, or take the constraint out of the table"))
        {
            QuickTest = KeyBlocks.WithKeyTwice(source, [.. key.Columns.Select(name => ($"t.{Quoting.Name(name)}", TypeOf(table, name)))]),
        });
    }

    static SqlType TypeOf(Table table, string column) => table.Definition.Column(column)!.Type;

    static CheckResult KeyCheck(Table table, IReadOnlyList<string> columns) => new()
    {
        Name = $"{table.Name} key ({string.Join(", ", columns)})",
        Kind = CheckKind.Key,
        Table = table.Name.ToString(),
        Description = $"No two rows of {table.Name} have the same {string.Join(", ", columns)}.",
    };

    // A table may refer to itself, and then to rows that are about to be published with those that refer to them.
    static string ReferencedRows(Table table, ForeignKey key, IReadOnlyList<string> columns, string rows)
    {
        var target = key.Table.Quoted;
        var list = string.Join(", ", columns.Select(Quoting.Name));
        return key.Table == table.Name ? $"(select {list} from {target} union all select {list} from {rows})" : target;
    }

    static IReadOnlyList<string> ReferencedColumns(ForeignKey key, Project project) => key.ReferencedColumns.Count > 0
        ? key.ReferencedColumns
        : project.Table(key.Table)!.Definition.UniqueKeys.First(unique => unique.Primary).Columns;

    static int IndexOf(QueryResult result, string column) => Enumerable.Range(0, result.Columns.Count).First(i => result.Columns[i] == column);
}
