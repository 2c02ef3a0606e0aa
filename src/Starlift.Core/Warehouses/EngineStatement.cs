using Starlift.Sql;
using Starlift.Sql.Writing;

namespace Starlift.Warehouses;

/// <summary>A statement of Redshift's with the engine's statements that stand for it.</summary>
/// <param name="Source">As it is written.</param>
/// <param name="Statements">At least one. Rows and their number are those of the last.</param>
public sealed record EngineStatement(SqlStatement Source, IReadOnlyList<WrittenSql> Statements)
{
    /// <summary>What it yields, as Redshift has it; empty where that isn't known.</summary>
    public IReadOnlyList<Sql.Meaning.Bound.ResultColumn> Columns { get; init; } = [];

    /// <summary>The texts of the engine's statements.</summary>
    public IReadOnlyList<string> Texts { get; } = [.. Statements.Select(statement => statement.Text)];

    /// <summary>Where the statement begins.</summary>
    public SourcePlace Place => Source.Source.PlaceOf(Source.Source.Start);

    /// <summary>Where what stands at <paramref name="index"/>, 0-based, of one of the engine's statements is written.</summary>
    public SourcePlace PlaceOf(WrittenSql statement, int index) => statement.SourceOf(index) is { } span ? Source.Source.PlaceOf(span.Start) : Place;
}
