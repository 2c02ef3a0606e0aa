namespace Starlift.Sql.Text;

/// <summary>SQL that Redshift would refuse. Its message is Redshift's own where that is known.</summary>
public sealed class SqlException : Exception
{
    /// <param name="state">The SQLSTATE: <see cref="SqlStates"/>.</param>
    /// <param name="message">One sentence that names what is wrong.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="hint">The way out; null where the sentence says it.</param>
    public SqlException(string state, string message, SourcePlace place, string? hint = null)
        : base(message)
    {
        State = state;
        Place = place;
        Hint = hint;
    }

    public string State { get; }

    public SourcePlace Place { get; }

    public string? Hint { get; }
}
