using System.Globalization;
using Starlift.SqlTests.Cases;

namespace Starlift.SqlTests.Meaning.Cases;

/// <summary>The binder against the worked cases of Redshift's SQL.</summary>
public sealed class AgreementTests
{
    static readonly string Reached = Path.Combine(Repository.Root, "test/Starlift.SqlTests/Meaning/Cases/agreements.txt");

    /// <summary>The file lists what was reached, a file of cases a line; it may only grow.</summary>
    [Fact]
    public void The_binder_agrees_with_no_fewer_cases_than_before()
    {
        Assert.SkipWhen(SqlCases.All.Count == 0, "no cases in ../shared/sql-cases");
        var reached = File.ReadLines(Reached).Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => int.Parse(parts[1], CultureInfo.InvariantCulture));
        var counts = new List<string>();
        var fallen = new List<string>();
        foreach (var file in SqlCases.Groups.GroupBy(group => $"{group[0].File}.slt"))
        {
            var agreement = new Agreement();
            foreach (var group in file)
            {
                agreement.Check(group);
            }

            counts.Add($"{file.Key} {agreement.Agreed}");
            if (agreement.Agreed < reached.GetValueOrDefault(file.Key))
            {
                fallen.Add($"{file.Key}: {agreement.Agreed} of {reached[file.Key]}\n{string.Join('\n', agreement.Disagreed)}");
            }

            TestContext.Current.SendDiagnosticMessage($"{file.Key}: {agreement.Agreed} agreed, {agreement.Disagreed.Count} not, {agreement.Taken.Count} taken\n"
                + string.Join("", agreement.Disagreed.Select(line => $"  NOT {line}\n")) + string.Join("", agreement.Taken.Select(line => $"  TAKEN {line}\n")));
        }

        Assert.Empty(fallen);
    }
}
