using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>Finds places in a statement for messages.</summary>
static class StatementPlaces
{
    /// <summary>Where the statement begins.</summary>
    public static SourcePlace Start(this SqlStatement statement) => statement.Source.PlaceOf(statement.Source.Start);

    /// <summary>Where <paramref name="name"/> first stands, behind the word <paramref name="after"/> if given; else where the statement begins.</summary>
    public static SourcePlace PlaceOfName(this SqlStatement statement, string name, string? after = null) =>
        statement.Source.PlaceOfName(name, after) ?? statement.Start();
}
