using Starlift.Sql;

namespace Starlift.History;

/// <summary>Who, when and what of one COPY.</summary>
/// <param name="LoadId">Counts the COPYs on a target, from 1 on.</param>
/// <param name="RunId">Null outside of a run.</param>
/// <param name="Name">The load's name; null outside of a project.</param>
/// <param name="Project">Whose load it is; null for that of a script, which is nobody's.</param>
/// <param name="Copy">The statement.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="FinishedAt">UTC.</param>
public sealed record LoadRecord(long LoadId, long? RunId, string? Name, string? Project, CopyStatement Copy, DateTime StartedAt, DateTime FinishedAt)
{
    /// <summary>What its rows do not hold of their records, in one line; null where there is nothing to tell.</summary>
    public string? Told { get; init; }
}
