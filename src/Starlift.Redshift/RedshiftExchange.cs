using Npgsql;
using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Redshift;

/// <summary>
/// One session in which texts are sent as they are and answers are told as they come, errors included: for asking what Redshift does. It
/// never connects again, and there is nothing more to ask after an error of class XX, which Redshift's COPY fails with: the driver takes that
/// for the server's end. Not thread-safe.
/// </summary>
public sealed class RedshiftExchange : IAsyncDisposable
{
    readonly NpgsqlConnection _connection;
    readonly List<string> _notices = [];

    RedshiftExchange(NpgsqlConnection connection)
    {
        _connection = connection;
        connection.Notice += (_, told) => _notices.Add(told.Notice.MessageText);
    }

    /// <summary>Nothing can be asked any more.</summary>
    public bool IsLost => _connection.FullState.HasFlag(System.Data.ConnectionState.Broken) || _connection.State != System.Data.ConnectionState.Open;

    /// <exception cref="StarliftException">It can't be reached, or refuses.</exception>
    public static async Task<RedshiftExchange> OpenAsync(RedshiftOptions options, CancellationToken cancellationToken) =>
        new(await RedshiftConnector.OpenAsync(options, cancellationToken));

    /// <param name="sql">One statement.</param>
    /// <param name="cancellationToken">Cancels it on the server.</param>
    /// <exception cref="StarliftException">The connection is lost. What Redshift refuses is an answer.</exception>
    public async Task<RedshiftReply> SendAsync(string sql, CancellationToken cancellationToken)
    {
        _notices.Clear();
        ThrowIfLost();
        try
        {
            return await AskAsync(sql, cancellationToken) with { Notices = [.. _notices] };
        }
        catch (Exception e) when (e is NpgsqlException or IOException or System.Net.Sockets.SocketException)
        {
            if (e is PostgresException { Severity: not ("FATAL" or "PANIC") } refusal)
            {
                return new RedshiftReply { Notices = [.. _notices], Refusal = new RedshiftRefusal(refusal.SqlState, refusal.MessageText, refusal.Detail) };
            }

            throw Lost(e);
        }
    }

    /// <inheritdoc cref="SendAsync"/>
    /// <exception cref="StarliftException">The connection is lost, or Redshift refuses.</exception>
    public async Task<RedshiftReply> RequireAsync(string sql, CancellationToken cancellationToken)
    {
        ThrowIfLost();
        try
        {
            return await AskAsync(sql, cancellationToken);
        }
        catch (Exception e) when (e is NpgsqlException or IOException or System.Net.Sockets.SocketException)
        {
            throw RedshiftErrors.Translate(e, SqlScript.Parse("probe", sql)[0], inTransaction: false);
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    async Task<RedshiftReply> AskAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = RedshiftSession.CommandOf(_connection, sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var types = Enumerable.Range(0, reader.FieldCount).Select(reader.GetDataTypeOID).ToArray();
        var rows = new List<IReadOnlyList<string?>>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add([.. types.Select((type, i) => reader.IsDBNull(i) ? null : TextOf(type, reader.GetString(i)))]);
        }

        return new RedshiftReply
        {
            Columns = [.. types.Select((_, i) => reader.GetName(i))],
            Types = [.. types.Select(RedshiftTypes.NameOf)],
            Rows = rows,
        };
    }

    void ThrowIfLost()
    {
        if (IsLost)
        {
            throw Lost(null);
        }
    }

    static StarliftException Lost(Exception? cause) => new(ExitCode.Access, new Problem("the connection to Redshift was lost"), cause);

    static string TextOf(uint type, string text) => type == RedshiftTypes.Char ? text.TrimEnd(' ') : text;
}
