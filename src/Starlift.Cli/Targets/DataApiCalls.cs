using Starlift.Aws.Apis;
using Starlift.Redshift;

namespace Starlift.Cli.Targets;

/// <summary>The Data API as Redshift's adapter asks for it.</summary>
sealed class DataApiCalls(DataApiSession session) : IRedshiftDataApi
{
    public string? Session => session.Id;

    /// <inheritdoc/>
    public async Task<RedshiftAnswer> ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            var result = await session.ExecuteAsync(sql, cancellationToken);
            return new RedshiftAnswer(result.Columns, result.Rows, result.Count);
        }
        catch (StatementFailedException e)
        {
            throw new RedshiftRefusedException(e.Message);
        }
    }

    public void Dispose() => session.Dispose();
}
