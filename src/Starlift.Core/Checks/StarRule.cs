namespace Starlift.Checks;

/// <summary>A rule that the rows of a star table keep, with the SQL that finds those that do not.</summary>
/// <param name="Check">As it is where the rule holds.</param>
/// <param name="Violations">The ways in which rows violate it. The message names the first that occurs.</param>
sealed record StarRule(CheckResult Check, params IReadOnlyList<Violation> Violations);
