using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Stars;

/// <summary>
/// The SQL that brings a model's rows into its star table, in Redshift's dialect and within its limits: MERGE has no WHEN MATCHED AND,
/// and its target may not be in its source (Amazon Redshift: "MERGE"). Only rows that are new or say something else are merged, so
/// that nothing is written where nothing changes, and the counts are true.
/// </summary>
sealed class StarMerge
{
    const string Change = "starlift_change";

    /// <summary>The row says what the star table says.</summary>
    public const int Same = 0;

    /// <summary>The star table has no row of this key.</summary>
    public const int New = 1;

    /// <summary>The star table's row of this key says something else.</summary>
    public const int Changed = 2;

    readonly Model _model;
    readonly IReadOnlyList<string> _key;
    readonly IReadOnlyList<ColumnDefinition> _columns;

    /// <param name="table">With a key.</param>
    /// <param name="model">Fills it.</param>
    public StarMerge(Table table, Model model)
    {
        _model = model;
        _key = table.Key!;
        _columns = [.. table.Definition.Columns.Where(column => column.Identity is null)];
        Target = table.Name.Quoted;
        Changes = Quoting.Name($"starlift_changes_{table.Name.Name}");
    }

    public string Target { get; }

    /// <summary>The temporary table of the model's rows; from <see cref="DropUnchanged"/> on of those that are new or changed.</summary>
    public string Changes { get; }

    public string ColumnsOfModel => $"select * from (\n{_model.Select.Source.Sql}\n) as m where 1 = 0";

    /// <summary>
    /// The model's rows, each held against the star table's row of its key. Columns get the star table's types, so that comparing finds no
    /// difference that storing would not keep.
    /// </summary>
    public string Build =>
        $"create temp table {Changes} as select {string.Join(", ", _columns.Select(column => $"s.{Quoting.Name(column.Name)}"))}, "
            + $"case when t.{Quoting.Name(_key[0])} is null then {New}{ChangedCase()} else {Same} end as {Change} "
            + $"from ({TypedModel}) as s left join {Target} as t on {Match("t", "s")}";

    /// <summary><see cref="Changes"/> of a model without rows.</summary>
    public string BuildNone => $"create temp table {Changes} as select {Columns()} from {Target} where 1 = 0";

    /// <summary>The model's rows into a star table that has none.</summary>
    public string Fill => $"insert into {Target} ({Columns()}) {TypedModel}";

    /// <summary>How many rows there are of each kind: <see cref="New"/>, <see cref="Changed"/> and <see cref="Same"/>.</summary>
    public string CountChanges => $"select {Change}, count(*) from {Changes} group by {Change}";

    public string CountTarget => $"select count(*) from {Target}";

    public string DropUnchanged => $"delete from {Changes} where {Change} = {Same}";

    public string InsertNew => $"insert into {Target} ({Columns()}) select {Columns()} from {Changes}";

    public string Merge =>
        $"merge into {Target} using {Changes} as s on {Match(Target, "s")} "
            + $"when matched then update set {string.Join(", ", Values().Select(column => $"{Quoting.Name(column.Name)} = s.{Quoting.Name(column.Name)}"))} "
            + $"when not matched then insert ({Columns()}) values ({string.Join(", ", _columns.Select(column => $"s.{Quoting.Name(column.Name)}"))})";

    public string Drop => $"drop table {Changes}";

    public IReadOnlyList<string> ColumnNames => [.. _columns.Select(column => column.Name)];

    string TypedModel => _model.Newest is { } newest ? NewestRows.Of(newest, _key, _columns, Target, Rows) : Rows;

    string Rows => $"select {string.Join(", ", _columns.Select(Typed))} from (\n{_model.Select.Source.Sql}\n) as m";

    // A cast to VARCHAR(n) would cut a text that is too long, where storing it complains.
    static string Typed(ColumnDefinition column) => column.Type.IsCharacter || column.Type.Kind == SqlTypeKind.Super
        ? $"m.{Quoting.Name(column.Name)}"
        : $"cast(m.{Quoting.Name(column.Name)} as {column.Type}) as {Quoting.Name(column.Name)}";

    string ChangedCase() => Values().Any() ? $" when {string.Join(" or ", Values().Select(Differs))} then {Changed}" : "";

    IEnumerable<ColumnDefinition> Values() => _columns.Where(column => !_key.Contains(column.Name));

    string Columns() => string.Join(", ", _columns.Select(column => Quoting.Name(column.Name)));

    string Match(string left, string right) => string.Join(" and ", _key.Select(name => $"{left}.{Quoting.Name(name)} = {right}.{Quoting.Name(name)}"));

    // Texts that differ in nothing but trailing blanks are equal, and their lengths are not: the star has what a full refresh would give.
    static string Differs(ColumnDefinition definition)
    {
        var column = Quoting.Name(definition.Name);
        var differs = $"t.{column} <> s.{column} or (t.{column} is null and s.{column} is not null) or (t.{column} is not null and s.{column} is null)";
        return definition.Type.Kind == SqlTypeKind.Varchar ? $"{differs} or len(t.{column}) <> len(s.{column})" : differs;
    }
}
