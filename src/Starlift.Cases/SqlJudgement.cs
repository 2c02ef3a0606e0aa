namespace Starlift.Cases;

/// <summary>How what came of a SQL check differs from what it expects.</summary>
/// <param name="Verdict">The worst of it.</param>
/// <param name="Differences">Sentences; none where it passed.</param>
public sealed record SqlJudgement(SqlVerdict Verdict, IReadOnlyList<string> Differences);
