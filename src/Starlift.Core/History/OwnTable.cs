using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>A table that Starlift has made, or taken as a project's own, as it remembers it.</summary>
/// <param name="Name">With its schema.</param>
/// <param name="Project">Whose; "" for a stray.</param>
/// <param name="IsStaging">It holds what one run loads; else it is a star table.</param>
/// <param name="Definition">As it was made, or last compared: of <see cref="DefinitionText"/>; empty where it is too long to be remembered.</param>
/// <param name="Id">Tells it from another of the same name; empty where the warehouse has nothing to tell it by.</param>
/// <param name="Since">By load: the number of the first load whose rows it was given. What was loaded before is not in it.</param>
sealed record OwnTable(TableName Name, string Project, bool IsStaging, string Definition, string Id, IReadOnlyDictionary<string, long> Since)
{
    /// <summary>Only what it was filled with is remembered: somebody has dropped starlift.tables, which said whose it is.</summary>
    public bool IsStray => Project.Length == 0;

    /// <summary>Of a star table: of <see cref="History.BuiltFrom"/>; empty where nobody knows.</summary>
    public string BuiltFrom { get; init; } = "";

    /// <summary>It is a star table, and the ledger that said what it holds was dropped: <see cref="LostLedger"/>.</summary>
    public bool LacksLedger { get; init; }

    /// <summary>Null where it was too long to be remembered.</summary>
    public CreateTable? Read() => Definition.Length == 0 ? null : DefinitionText.Read(Name, Definition);

    /// <summary>What tells a table from another of its name, where the warehouse numbers its tables; "" where it does not.</summary>
    /// <param name="table">Null for a table of which it is not to be told.</param>
    /// <param name="home">Starlift's own table of tables: a database that was restored or copied has other numbers everywhere.</param>
    public static string IdOf(FoundTable? table, FoundTable? home) => table?.Id is { } id ? $"{id} {home?.Id}" : "";

    /// <summary>False where somebody has dropped the table and made another of its name, as far as the warehouse tells.</summary>
    public bool IsStill(FoundTable table, FoundTable? home) =>
        Id.Split(' ') is not [var id, var place] || place != (home?.Id ?? "") || id == table.Id;
}
