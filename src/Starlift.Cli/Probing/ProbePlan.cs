using System.IO.Enumeration;
using Starlift.Cases;
using Starlift.Errors;

namespace Starlift.Cli.Probing;

/// <summary>What a probe is to execute.</summary>
/// <param name="Cases">Those that can be executed on a cluster.</param>
/// <param name="Skipped">The others, with the reason.</param>
/// <param name="Checks">SQL checks, whole files of them: later ones may need what earlier ones made.</param>
sealed record ProbePlan(IReadOnlyList<ConformanceCase> Cases, IReadOnlyList<CaseFact> Skipped, IReadOnlyList<SqlCheck> Checks)
{
    /// <summary>A guess that nobody has measured yet: a COPY of one small object, with the statements around it.</summary>
    static readonly TimeSpan OfCase = TimeSpan.FromSeconds(3);
    static readonly TimeSpan OfCheck = TimeSpan.FromSeconds(0.3);
    static readonly TimeSpan OfRest = TimeSpan.FromSeconds(40);

    /// <summary>How long it takes, about.</summary>
    public TimeSpan Estimate => (OfCase * Cases.Count) + (OfCheck * Checks.Count) + OfRest;

    public int Objects => Cases.Sum(one => one.Objects.Count);

    /// <param name="folder">Full path of a folder of cases; null for those that this program brings along.</param>
    /// <param name="only">Patterns with * and ? for names, one of which must match; none for everything.</param>
    /// <exception cref="ConfigurationException">There is nothing to execute.</exception>
    public static ProbePlan Of(string? folder, IReadOnlyList<string> only)
    {
        var cases = (folder is null ? ConformanceCases.Embedded() : ConformanceCases.Below(folder)).Where(one => Matches(one.Name, only)).ToList();
        var checks = (folder is null ? ConformanceCases.EmbeddedSql() : ConformanceCases.SqlBelow(folder)).ToList();
        var files = checks.Where(check => Matches(check.Name, only)).Select(check => check.File).ToHashSet();
        var plan = new ProbePlan(
            [.. cases.Where(one => CaseStatements.ReasonToSkip(one) is null)],
            [.. cases.Select(one => new CaseFact { Name = one.Name, Digest = one.Digest, Skipped = CaseStatements.ReasonToSkip(one) }).Where(fact => fact.Skipped is not null)],
            [.. checks.Where(check => files.Contains(check.File))]);
        return plan.Cases.Count + plan.Checks.Count > 0 ? plan : throw new ConfigurationException(
            only.Count > 0 ? $"no case and no check matches {string.Join(" or ", only)}" : $"there is no case below {folder}",
            hint: only.Count > 0 ? "write * for any text, such as --only 'decimal-*'; docs/probe.md says where the cases are" : "a case is a folder with case.json, ddl.sql and copy.sql");
    }

    static bool Matches(string name, IReadOnlyList<string> patterns) =>
        patterns.Count == 0 || patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name));
}
