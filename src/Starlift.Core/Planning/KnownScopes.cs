using Starlift.Sql;

namespace Starlift.Planning;

/// <summary>What a target knows of the scopes of a project's models.</summary>
/// <param name="TellsObjects">Its COPY tells which object a row came from.</param>
/// <param name="Objects">By scope, the objects whose keys it has, as the ledger names them.</param>
/// <param name="Outdated">Star tables whose rows come from SQL that was changed since.</param>
public sealed record KnownScopes(
    bool TellsObjects, IReadOnlyDictionary<string, IReadOnlySet<(long LoadId, string Uri)>> Objects, IReadOnlySet<TableName> Outdated);
