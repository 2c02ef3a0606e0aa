namespace Starlift.Sql.Values;

/// <summary>A value that a function or a conversion refuses, in Redshift's words.</summary>
public sealed class ValueException : Exception
{
    /// <param name="state">The SQLSTATE: <see cref="Text.SqlStates"/>.</param>
    /// <param name="message">One sentence.</param>
    public ValueException(string state, string message)
        : base(message) => State = state;

    public string State { get; }
}
