namespace Starlift.Sql.Rewriting;

/// <summary>How an engine says what a path into a SUPER column yields. All are expressions that bind more closely than any operator.</summary>
public interface ISuperDialect
{
    /// <summary>NULL where the path leads nowhere.</summary>
    string Json(SuperPath path);

    /// <summary>A text without its quotes, anything else as JSON text; NULL where the path leads nowhere or to null.</summary>
    string Text(SuperPath path);

    /// <summary>NULL where the path leads to no number, as comparisons of unlike types are in Redshift.</summary>
    string Number(SuperPath path);

    /// <summary>NULL where the path leads to no boolean.</summary>
    string Boolean(SuperPath path);

    /// <summary>An item of FROM: a row for each element of the array, in a column of the alias's own name.</summary>
    string Unnest(SuperPath path, string alias);

    /// <summary>The operand as the type named at <paramref name="index"/>; null where it is none of Redshift's.</summary>
    string? Cast(string operand, SqlTokens tokens, int index, int end);
}
