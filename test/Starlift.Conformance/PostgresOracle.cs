using Npgsql;
using Starlift.Cases;

namespace Starlift.Conformance;

/// <summary>Asks PostgreSQL itself what it does with SQL checks, without Starlift in between: it must agree where a file says that it does.</summary>
public static class PostgresOracle
{
    const int Patience = 10;

    // Redshift takes backslashes in literals and shows floats as PostgreSQL 8 did.
    const string SetUp = "SET TimeZone = 'UTC'; SET standard_conforming_strings = off; SET backslash_quote = on; SET extra_float_digits = 0";

    /// <summary>Executes the checks of one group, one after the other in one session on a database of their own.</summary>
    public static async Task<IReadOnlyList<SqlFact>> ObserveAsync(IEnumerable<SqlCheck> group, CancellationToken cancellationToken)
    {
        var server = PostgresServer.Required;
        var database = await server.MakeDatabaseAsync(cancellationToken);
        try
        {
            await using var connection = new NpgsqlConnection(server.PlainConnection(database));
            await connection.OpenAsync(cancellationToken);
            await using (var settings = PlainBatch.Of(connection, SetUp))
            {
                await settings.ExecuteNonQueryAsync(cancellationToken);
            }

            var facts = new List<SqlFact>();
            foreach (var check in group)
            {
                facts.Add(await ObserveAsync(connection, check, cancellationToken));
            }

            return facts;
        }
        finally
        {
            await server.DropDatabaseAsync(database);
        }
    }

    static async Task<SqlFact> ObserveAsync(NpgsqlConnection connection, SqlCheck check, CancellationToken cancellationToken)
    {
        var fact = new SqlFact { Name = check.Name, Sql = check.Sql };
        try
        {
            await using var command = new NpgsqlCommand(check.Sql, connection) { AllResultTypesAreUnknown = true, CommandTimeout = Patience };
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var rows = new List<IReadOnlyList<string?>>();
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : Text(reader.GetString(i), (check.Letters ?? "").ElementAtOrDefault(i)))]);
            }

            return fact with { Rows = rows };
        }
        catch (PostgresException e)
        {
            return fact with { Error = new FactError(e.SqlState, e.MessageText) };
        }
        catch (NpgsqlException e)
        {
            return fact with { Error = new FactError(null, e.Message), Ended = SqlVerdict.TimedOut };
        }
    }

    /// <summary>EXTRACT has been a numeric since PostgreSQL 14, with zeros where Redshift has an integer.</summary>
    static string Text(string text, char letter) => letter == 'I' && text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
}
