using Starlift.Cases;

namespace Starlift.Conformance;

/// <summary>What came of a SQL check on an engine.</summary>
/// <param name="Check">Which.</param>
/// <param name="Judgement">How that differs from what it expects.</param>
public sealed record SqlOutcome(SqlCheck Check, SqlJudgement Judgement);
