using Starlift.Cases;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Sessions;
using Starlift.Sql;

namespace Starlift.Conformance;

/// <summary>
/// Runs what people reported about such tools, made small, each case and each of its neighbours on an empty database. What Redshift gives stands in prose beside it, so
/// that results are told to be read; only an error that is none of Starlift's own fails.
/// </summary>
/// <param name="output">Where results are told.</param>
public sealed class FieldCases(TextWriter output)
{
    static readonly string[] Files = ["ddl.sql", "copy.sql", "script.sql", "query.sql"];

    /// <summary>Runs all cases below the folder.</summary>
    /// <param name="folder">Each folder in it is a case.</param>
    /// <param name="only">Cases whose names begin so.</param>
    /// <param name="engine">What they run on.</param>
    /// <param name="open">Opens the engine.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many ran, and how many of them ended with a bug of Starlift's own.</returns>
    public async Task<(int Cases, int Broken)> RunAsync(
        string folder, string only, string engine, Func<IObjectStore, CancellationToken, Task<IEngine>> open, CancellationToken cancellationToken)
    {
        var (cases, broken) = (0, 0);
        foreach (var one in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Where(one => Path.GetFileName(one).StartsWith(only, StringComparison.Ordinal)))
        {
            foreach (var (title, expected, statements) in ScriptsOf(one))
            {
                output.WriteLine($"== {Path.GetFileName(one)}  {title}  on {engine}");
                output.WriteLine($"   expected: {expected}");
                cases++;
                broken += await IsBrokenAsync(statements, one, open, cancellationToken) ? 1 : 0;
            }
        }

        return (cases, broken);
    }

    // The script, or each of its own; a neighbour is what is asked in place of the script's last statement, behind those that make tables and rows.
    static IEnumerable<(string Title, string Expected, string Sql)> ScriptsOf(string folder)
    {
        var texts = Files.Select(file => Path.Combine(folder, file)).Where(File.Exists).Select(File.ReadAllText).ToList();
        if (texts.Count > 0)
        {
            yield return ("case", ExpectedOf(folder), string.Join('\n', texts));
        }
        else
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.sql").Order(StringComparer.Ordinal))
            {
                yield return (Path.GetFileNameWithoutExtension(file), "see expected.md", File.ReadAllText(file));
            }
        }

        var neighbours = Path.Combine(folder, "neighbours.txt");
        if (File.Exists(neighbours) && texts.Count > 0)
        {
            var making = StatementsOf(string.Join('\n', texts)).Where(Makes).ToList();
            foreach (var (title, expected, sql) in NeighboursOf(File.ReadAllLines(neighbours)))
            {
                // one that makes its own tables needs none of the script's, which may be called the same
                yield return (title, expected, sql.TrimStart().StartsWith("create", StringComparison.OrdinalIgnoreCase) ? sql : string.Join(";\n", [.. making, sql]));
            }
        }
    }

    static IEnumerable<string> StatementsOf(string sql)
    {
        try
        {
            return [.. SqlScript.Parse("case", sql).Select(statement => statement.Source.Sql.Trim().TrimEnd(';'))];
        }
        catch (StarliftException)
        {
            return sql.Split(';').Select(statement => statement.Trim());
        }
    }

    static bool Makes(string statement) => statement.StartsWith("create", StringComparison.OrdinalIgnoreCase) || statement.StartsWith("insert", StringComparison.OrdinalIgnoreCase)
        || statement.StartsWith("copy", StringComparison.OrdinalIgnoreCase) || statement.StartsWith("set", StringComparison.OrdinalIgnoreCase);

    static string ExpectedOf(string folder) => Path.Combine(folder, "expected.txt") is var file && File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith("Expected:", StringComparison.Ordinal))?[9..].Trim() ?? ""
        : "";

    static IEnumerable<(string Title, string Expected, string Sql)> NeighboursOf(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("--- ", StringComparison.Ordinal))
            {
                continue;
            }

            var title = lines[i][4..];
            var sql = lines.Skip(i + 1).TakeWhile(line => !line.StartsWith("    expected:", StringComparison.Ordinal) && !line.StartsWith("--- ", StringComparison.Ordinal)).ToList();
            var expected = lines.Skip(i + 1 + sql.Count).FirstOrDefault() ?? "";
            yield return (title, expected.Replace("expected:", "", StringComparison.Ordinal).Trim(), string.Join('\n', sql));
        }
    }

    async Task<bool> IsBrokenAsync(string sql, string folder, Func<IObjectStore, CancellationToken, Task<IEngine>> open, CancellationToken cancellationToken)
    {
        try
        {
            await using var engine = await open(new S3FolderObjectStore(folder), cancellationToken);
            var runner = new ScriptRunner(engine.Warehouse, engine.Store, TimeProvider.System);
            await foreach (var result in runner.RunAsync(SqlScript.Parse("case", sql), cancellationToken))
            {
                if (result.Rows is not { } rows)
                {
                    continue;
                }

                output.WriteLine($"   {string.Join(" | ", rows.Columns.Select(column => column.Name))}");
                await foreach (var row in rows.Rows.Take(20).WithCancellation(cancellationToken))
                {
                    output.WriteLine($"     {string.Join(" | ", row.Select(value => CellText.Of(CellText.OfValue(value)) ?? "NULL"))}");
                }
            }

            return false;
        }
        catch (StarliftException e)
        {
            output.WriteLine($"   refused: {e.Message}");
            return false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            output.WriteLine($"   BROKEN: {e.GetType().Name}: {e.Message}");
            return true;
        }
    }
}
