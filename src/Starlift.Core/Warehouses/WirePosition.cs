namespace Starlift.Warehouses;

/// <summary>Places in a statement as PostgreSQL's protocol tells them, which Redshift speaks too.</summary>
public static class WirePosition
{
    /// <summary>The 0-based index of a place in <paramref name="sql"/>; null where the server told none.</summary>
    /// <param name="sql">As it was sent.</param>
    /// <param name="position">Characters from 1, a pair of surrogates as one; 0 for none.</param>
    public static int? IndexOf(string sql, int position)
    {
        if (position < 1)
        {
            return null;
        }

        var index = 0;
        for (var characters = 1; characters < position && index < sql.Length; characters++)
        {
            index += char.IsHighSurrogate(sql[index]) ? 2 : 1;
        }

        return index;
    }
}
