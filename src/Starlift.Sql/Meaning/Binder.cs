using Starlift.Sql.Meaning.Binding;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning;

/// <summary>Gives a statement its meaning: what each name is, what each value's type is, and which conversions there are.</summary>
public static class Binder
{
    /// <summary>The statement's meaning. It may be called by several threads at once.</summary>
    /// <param name="source">The text that the statement was parsed from; places of errors point into it.</param>
    /// <param name="statement">As the parser gives it.</param>
    /// <param name="catalogue">The tables that there are.</param>
    /// <exception cref="SqlException">Redshift would refuse it; the message is Redshift's where that is known. Nothing else is thrown.</exception>
    public static BoundStatement Bind(SqlSource source, Statement statement, ICatalogue catalogue)
    {
        var context = new BindContext(source, catalogue);
        var bound = new StatementBinder(context).Bind(statement) with { Changes = context.Changes, Parameters = context.Wanted, Settings = context.Settings };
        if (context is { ReadsComputeTables: true, LeaderCall: { } call })
        {
            throw context.Fail(
                SqlStates.FeatureNotSupported,
                "Specified types or functions (one per INFO message) not supported on Redshift tables.",
                call.Span,
                $"Function \"{call.Name}\" is not supported beside tables.");
        }

        return context.OuterMarks.Count == 0
            ? bound
            : throw context.Fail(SqlStates.FeatureNotSupported, "Outer join operator (+) is allowed in the WHERE clause of a query only.", context.OuterMarks.Last);
    }
}
