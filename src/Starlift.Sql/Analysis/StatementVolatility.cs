using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Functions;

namespace Starlift.Sql.Analysis;

/// <summary>Whether a statement gives the same for the same tables.</summary>
public static class StatementVolatility
{
    /// <summary>
    /// That of the most volatile function in it: <see cref="Volatility.Stable"/> where it looks at the clock or the session, <see cref="Volatility.Volatile"/>
    /// where it may give something else each time.
    /// </summary>
    public static Volatility Of(BoundNode node) => BoundWalk.Nodes(node, intoQueries: true).OfType<BoundCall>()
        .Aggregate(Volatility.Immutable, (most, call) => call.Function.Volatility > most ? call.Function.Volatility : most);
}
