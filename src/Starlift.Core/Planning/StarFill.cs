using Starlift.Sql;

namespace Starlift.Planning;

/// <summary>From when on a star table holds what a load has loaded.</summary>
/// <param name="Table">The star table.</param>
/// <param name="Load">The load's name.</param>
/// <param name="Since">The number of the first COPY whose rows it was given; <see cref="long.MaxValue"/> for none so far.</param>
public sealed record StarFill(TableName Table, string Load, long Since);
