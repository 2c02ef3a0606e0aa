using System.Data.Common;
using System.Globalization;

namespace Starlift.Torture;

/// <summary>An open database, read with the engine's driver alone. Disposing closes it.</summary>
/// <param name="connection">Open; is disposed.</param>
/// <param name="afterwards">Runs when it is closed.</param>
sealed class Look(DbConnection connection, Action? afterwards = null) : IAsyncDisposable
{
    /// <summary>The rows, values parted by |.</summary>
    public async Task<IReadOnlyList<string>> QueryAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        afterwards?.Invoke();
    }
}
