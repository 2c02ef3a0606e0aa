using Starlift.Errors;
using Starlift.Sql;
using Starlift.Sql.Meaning;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Functions;
using Starlift.Sql.Meaning.Types;

namespace Starlift.Projects;

/// <summary>Binds a project's SELECTs to the tables that it declares.</summary>
sealed class QueryMeanings
{
    readonly List<Problem> _problems;
    readonly List<OtherFunction> _otherFunctions = [];

    public QueryMeanings(List<Problem> problems) => _problems = problems;

    /// <summary>The functions that were called so far and that Redshift does not have; of each the first call.</summary>
    public IReadOnlyList<OtherFunction> OtherFunctions => [.. _otherFunctions.DistinctBy(function => function.Name)];

    /// <summary>What the SELECT means; null, with a problem added, where Redshift would refuse it.</summary>
    public BoundQuery? Bind(OtherStatement select, ProjectCatalogue catalogue)
    {
        try
        {
            var query = Bound(select, catalogue);
            _otherFunctions.AddRange(BoundWalk.Nodes(query, intoQueries: true).OfType<BoundCall>()
                .Where(call => call.Function.IsOpen && !call.Function.Name.Contains('.', StringComparison.Ordinal))
                .Select(call => new OtherFunction(call.Function.Name, Missing(call, select.Source))));
            return query;
        }
        catch (SqlException refused)
        {
            _problems.Add(ProblemOf(refused));
            return null;
        }
    }

    static Problem Missing(BoundCall call, SqlSource source)
    {
        var types = call.Arguments.Select(argument => argument is BoundLiteral { Quoted: true } or BoundLiteral { Text: null } ? DataType.Unknown : argument.Type).ToArray();
        return new Problem(
            FunctionResolution.NoSuchFunction(call.Function.Name, types),
            source.PlaceOf(call.Span.Start),
            NearMiss.Hint(call.Function.Name, FunctionCatalogue.All().Select(function => function.Name)));
    }

    static BoundQuery Bound(OtherStatement select, ProjectCatalogue catalogue) =>
        ((BoundQueryStatement)Binder.Bind(select.Source, select.Tree, catalogue)).Query;

    static Problem ProblemOf(SqlException refused) => new(refused.Message, refused.Place, refused.Hint);
}
