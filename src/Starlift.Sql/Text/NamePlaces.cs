namespace Starlift.Sql.Text;

/// <summary>Finds places of names in a statement, for messages.</summary>
public static class NamePlaces
{
    /// <summary>Where <paramref name="name"/> first stands, behind the word <paramref name="after"/> if given; null where it does not.</summary>
    /// <exception cref="SqlException">The stretch can't be cut into tokens: see <see cref="SqlLexer.Read(SqlSource)"/>.</exception>
    public static SourcePlace? PlaceOfName(this SqlSource source, string name, string? after = null)
    {
        var seen = after is null;
        foreach (var token in SqlLexer.Read(source))
        {
            if (seen && token.IsName && token.Value == name)
            {
                return source.PlaceOf(token.Start);
            }

            seen |= after is not null && token.Is(after);
        }

        return null;
    }
}
