using Starlift.DuckDb;
using Starlift.Postgres;
using Starlift.Projects;
using Starlift.Redshift;

namespace Starlift.Cli.Settings;

/// <summary>Every type of target that a project may declare, those that this build can't use yet included.</summary>
public static class KnownTargetTypes
{
    public static IReadOnlyList<TargetType> All { get; } =
    [
        DuckDbTargetType.Definition,
        PostgresTargetType.Definition,
        RedshiftTargetType.Definition,
    ];
}
