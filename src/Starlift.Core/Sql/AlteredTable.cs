namespace Starlift.Sql;

/// <summary>What an ALTER TABLE makes of a definition.</summary>
public static class AlteredTable
{
    public static bool IsAlterTable(SqlStatement statement) =>
        statement is OtherStatement { Tokens: [var verb, var what, _, _, ..] } && verb.Is("alter") && what.Is("table");

    /// <summary>The table that the statement names.</summary>
    public static TableName NameOf(OtherStatement alter) => alter.Tokens[3].IsSymbol(".")
        ? new TableName(alter.Tokens[2].Value, alter.Tokens[4].Value)
        : new TableName(null, alter.Tokens[2].Value);

    /// <summary>The definition after the statement; the same where it changes nothing of it.</summary>
    public static CreateTable After(OtherStatement alter, CreateTable table)
    {
        var tokens = alter.Tokens;
        var at = tokens[3].IsSymbol(".") ? 5 : 3;
        var word = tokens[at].Value;
        var name = tokens[at + 1].Is("column") ? at + 2 : at + 1;
        var column = tokens[name].Value;
        return word switch
        {
            "add" when ColumnOf(alter, name) is { } added => With(table, table.Columns.Append(added)),
            "drop" => With(table, table.Columns.Where(known => known.Name != column)),
            "rename" when tokens[at + 1].Is("to") => With(table with { Name = table.Name with { Name = tokens[at + 2].Value } }, table.Columns),
            "rename" => Renamed(table, column, tokens[name + 2].Value),
            "alter" when tokens[name + 1].Is("type") && ColumnOf(alter, name, name + 2) is { } changed =>
                With(table, table.Columns.Select(known => known.Name == column ? known with { Type = changed.Type } : known)),
            _ => table,
        };
    }

    /// <summary>The definition with these columns and the keys whose columns are all there.</summary>
    public static CreateTable With(CreateTable table, IEnumerable<ColumnDefinition> columns)
    {
        var list = columns.ToList();
        var names = list.Select(column => column.Name).ToHashSet();
        var altered = table with { Columns = list, Like = null, UniqueKeys = [.. table.UniqueKeys.Where(key => names.IsSupersetOf(key.Columns))] };
        return DefinitionText.Read(table.Name, DefinitionText.Of(altered));
    }

    static CreateTable Renamed(CreateTable table, string column, string name) => With(
        table with
        {
            UniqueKeys = [.. table.UniqueKeys.Select(key => key with { Columns = [.. key.Columns.Select(part => part == column ? name : part)] })],
        },
        table.Columns.Select(known => known.Name == column ? known with { Name = name } : known));

    /// <summary>The column that the statement describes from a token on, by the rules of CREATE TABLE; null where that is none.</summary>
    static ColumnDefinition? ColumnOf(OtherStatement alter, int name, int? type = null)
    {
        var first = type ?? (name + 1);
        if (first >= alter.Tokens.Count || !SqlTypeParser.Knows(alter.Tokens[first].Value))
        {
            return null;
        }

        var text = alter.Source.Text[alter.Tokens[first].Start..(alter.Source.Start + alter.Source.Length)];
        var sql = $"create table t ({Quoting.Name(alter.Tokens[name].Value)} {text})";
        return SqlScript.Parse("alter", sql) is [CreateTable { Columns: [var column] }] ? column : null;
    }
}
