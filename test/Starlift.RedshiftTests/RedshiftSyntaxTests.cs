using System.Diagnostics;
using System.Globalization;
using Starlift.Sql;

namespace Starlift.RedshiftTests;

/// <summary>
/// Every statement of the recordings is Redshift's, by a parser that is not Starlift's: sqlglot of Debian. What that has no grammar for is
/// read by Starlift's own.
/// </summary>
public sealed class RedshiftSyntaxTests
{
    /// <summary>First words of statements of which sqlglot says that it doesn't know them.</summary>
    static readonly string[] Unknown = ["analyze", "begin", "comment", "copy", "set"];

    /// <summary>What the doctor says is no SQL.</summary>
    static IReadOnlyList<string> Recordings =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "test/Starlift.RedshiftTests/__snapshots__"), "*.txt")
            .Where(file => !Path.GetFileName(file).StartsWith("doctor-", StringComparison.Ordinal) && !file.EndsWith(".received.txt", StringComparison.Ordinal))
            .Order(),
    ];

    [Fact]
    public async Task Recorded_statements_are_valid_Redshift_SQL()
    {
        var statements = Recordings.ToDictionary(file => file, file => Statements.Split(File.ReadAllText(file)));
        var lines = await ParseAsync(Recordings);
        Assert.Equal(statements.Sum(recording => recording.Value.Count), lines.Count);
        foreach (var line in lines)
        {
            var parts = line.Split('\t', 3);
            var statement = statements[parts[0]][int.Parse(parts[1], CultureInfo.InvariantCulture)];
            var own = SqlScript.Parse("recording", statement).Single();
            if (parts[2] == "unknown")
            {
                var word = statement.Split([' ', '\n'], 2)[0];
                Assert.Contains(word, Unknown);
                Assert.True(own is CopyStatement == (word == "copy") && own is CommentOn == (word == "comment"), statement);
            }
            else if (parts[2] != "parsed")
            {
                // sqlglot does not know IDENTITY in CREATE TABLE, nor LOCK.
                var isKnown = own is CreateTable table && table.Columns.Any(column => column.Identity is not null);
                Assert.True(isKnown || statement is "lock table starlift.run_lock" or "lock table starlift.load_numbers", $"{parts[2]}\n{statement}");
            }
        }
    }

    [Fact]
    public void Nothing_within_a_run_commits_it()
    {
        foreach (var file in Recordings)
        {
            var isInside = false;
            foreach (var statement in Statements.Split(File.ReadAllText(file)))
            {
                var word = statement.Split([' ', '\n'], 2)[0];
                Assert.False(isInside && word is "truncate" or "vacuum" or "analyze", statement);
                isInside = word == "begin" || (isInside && word is not ("commit" or "rollback"));
            }
        }
    }

    static async Task<IReadOnlyList<string>> ParseAsync(IEnumerable<string> files)
    {
        const string Python = "/usr/bin/python3";
        const string Missing = "there is no sqlglot to test with: apt-get install python3-sqlglot";
        var script = Path.Combine(Repository.Root, "test/Starlift.RedshiftTests/parse-redshift.py");
        Assert.SkipUnless(File.Exists(Python) || Environment.GetEnvironmentVariable("CI") == "true", Missing);
        using var process = Process.Start(new ProcessStartInfo(Python, [script, .. files]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync(ScratchRedshift.Cancel);
        var output = await process.StandardOutput.ReadToEndAsync(ScratchRedshift.Cancel);
        await process.WaitForExitAsync(ScratchRedshift.Cancel);
        if (process.ExitCode != 0 && (await error).Contains("No module named 'sqlglot'", StringComparison.Ordinal))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Missing);
        }

        Assert.True(process.ExitCode == 0, await error);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
