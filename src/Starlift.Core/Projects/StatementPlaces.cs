using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>Finds places in a statement for messages.</summary>
static class StatementPlaces
{
    /// <summary>Where the statement begins.</summary>
    public static SourcePlace Start(this SqlStatement statement) => statement.Source.PlaceOf(statement.Source.Start);

    /// <summary>Where <paramref name="name"/> first stands, behind the word <paramref name="after"/> if given; else where the statement begins.</summary>
    public static SourcePlace PlaceOfName(this SqlStatement statement, string name, string? after = null)
    {
        var seen = after is null;
        foreach (var token in SqlLexer.Read(statement.Source))
        {
            if (seen && token.IsName && token.Value == name)
            {
                return statement.Source.PlaceOf(token.Start);
            }

            seen |= after is not null && token.Is(after);
        }

        return statement.Start();
    }
}
