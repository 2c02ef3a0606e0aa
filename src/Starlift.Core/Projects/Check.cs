using System.Text;
using Starlift.Sql;
using Starlift.Sql.Meaning.Bound;

namespace Starlift.Projects;

/// <summary>A file of checks/: one SELECT whose rows break a rule.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Severity">What happens where it does not hold.</param>
/// <param name="Description">One sentence: the rule.</param>
/// <param name="Threshold">How many rows are tolerated.</param>
/// <param name="Select">The statement, variables filled in.</param>
/// <param name="Query">What it means beside the project's tables.</param>
/// <param name="Reads">Names of the project's tables that the statement mentions, those too of which it reads the changed rows.</param>
/// <param name="Changed">Where it mentions rows that a run has changed, in order.</param>
public sealed record Check(
    string Name,
    CheckSeverity Severity,
    string Description,
    CheckThreshold Threshold,
    OtherStatement Select,
    BoundQuery Query,
    IReadOnlySet<TableName> Reads,
    IReadOnlyList<ChangedRows> Changed)
{
    /// <summary>The SELECT, with the names of changed rows replaced.</summary>
    /// <param name="changed">The quoted name of the table that holds the changed rows of a star table.</param>
    public string SqlOn(Func<TableName, string> changed)
    {
        var source = Select.Source;
        var sql = new StringBuilder();
        var at = source.Start;
        foreach (var (span, table) in Changed)
        {
            sql.Append(source.Text, at, span.Start - at).Append(changed(table));
            at = span.End;
        }

        return sql.Append(source.Text, at, source.Start + source.Length - at).ToString();
    }
}
