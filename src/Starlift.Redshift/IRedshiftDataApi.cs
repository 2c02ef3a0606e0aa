namespace Starlift.Redshift;

/// <summary>
/// SQL over HTTPS in the place of a connection to the warehouse's port (Amazon Redshift: "Using the Amazon Redshift Data API"). The first statement
/// opens a session that the following ones share, so temporary tables and settings last. Not thread-safe.
/// </summary>
public interface IRedshiftDataApi : IDisposable
{
    /// <summary>Which session is open; null before the first statement, and after the session was lost.</summary>
    string? Session { get; }

    /// <summary>Executes one statement and waits for its end.</summary>
    /// <param name="sql">One statement.</param>
    /// <param name="cancellationToken">Cancels it on the server. A statement that had ended by then is answered as if nothing had been cancelled.</param>
    /// <exception cref="RedshiftRefusedException">Redshift failed it.</exception>
    /// <exception cref="Errors.StarliftException">It could not be sent, or nobody knows what became of it; the message says which.</exception>
    Task<RedshiftAnswer> ExecuteAsync(string sql, CancellationToken cancellationToken);
}
