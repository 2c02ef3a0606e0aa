using Starlift.Sql;

namespace Starlift.Copying;

/// <summary>What a COPY tells its client (Amazon Redshift: "Tutorial: Loading data from Amazon S3", step "Run the COPY commands").</summary>
public static class CopyMessages
{
    /// <summary>The reason of a record that MAXERROR does not tolerate.</summary>
    internal const string TooLong = "JSON object or array exceeds the limit of 4 MB";

    /// <summary>The same for a line of CSV.</summary>
    internal const string RowTooLong = "Row exceeds the limit of 4 MB";

    public static IReadOnlyList<string> Of(CopyStatement copy, CopyResult result)
    {
        var table = copy.Table.Name;
        if (result.Failed)
        {
            return [$"Load into table '{table}' failed.  Check 'stl_load_errors' system table for details."];
        }

        var messages = new List<string>();
        if (copy.NoLoad)
        {
            messages.Add($"Load into table '{table}' checked and not loaded (NOLOAD): {result.Objects.Sum(counts => counts.Rows)} record(s) are good.");
        }
        else
        {
            messages.Add($"Load into table '{table}' completed, {result.RowsLoaded} record(s) loaded successfully.");
        }

        if (result.RejectCount > 0)
        {
            messages.Add(
                $"Load into table '{table}' completed, {result.RejectCount} record(s) could not be loaded.  Check 'stl_load_errors' system table for details.");
        }

        if (result.RowsReplaced > 0)
        {
            messages.Add($"Load into table '{table}' completed, {result.RowsReplaced} record(s) had invalid characters replaced.");
        }

        return messages;
    }
}
