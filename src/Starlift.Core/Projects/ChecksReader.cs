using System.Globalization;
using System.Text.RegularExpressions;
using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>Makes checks of the files of checks/.</summary>
sealed partial class ChecksReader
{
    const string Severity = "severity";
    const string Description = "description";
    const string Threshold = "threshold";

    static readonly IReadOnlyList<string> Keys = [Severity, Description, Threshold];
    static readonly IReadOnlyList<string> Severities = ["error", "warn"];

    readonly DeclaredTables _tables;
    readonly Dictionary<TableName, TableName> _changed;
    readonly HashSet<TableName> _readable;
    readonly ProjectCatalogue _catalogue;
    readonly QueryMeanings _meanings;
    readonly List<Problem> _problems;

    public ChecksReader(DeclaredTables tables, IReadOnlyList<Model> models, QueryMeanings meanings, List<Problem> problems)
    {
        _tables = tables;
        _meanings = meanings;
        _changed = models
            .Select(model => model.Table)
            .Where(table => !tables.Names.Contains(ChangedRows.NameOf(table)))
            .ToDictionary(ChangedRows.NameOf);
        _readable = [.. tables.Names, .. _changed.Keys];
        _catalogue = tables.Catalogue.With(_changed.Select(changed => (changed.Key, tables.Of(changed.Value))));
        _problems = problems;
    }

    /// <summary>The checks whose file states one; problems of the others are reported.</summary>
    public IReadOnlyList<Check> Read(IReadOnlyList<SqlFile> files) => [.. files.Select(ReadCheck).OfType<Check>()];

    Check? ReadCheck(SqlFile file)
    {
        var header = HeaderComment.Of(file, Keys, _problems);
        var select = OneSelect.Of(file, "checks", "write one SELECT that yields the rows which break the rule", _problems);
        var severity = ReadSeverity(header[Severity]);
        var threshold = ReadThreshold(header[Threshold]);
        var description = header[Description]?.Value;
        if (description is null)
        {
            _problems.Add(new Problem("the check has no description", file.Start, "begin the file with: -- description: what must hold"));
        }

        return select is null || _meanings.Bind(select, _catalogue) is not { } query
            ? null
            : new Check(file.Name, severity, description ?? "", threshold, select, query, ReadsOf(select), ChangedRows.In(select.Tree, _changed));
    }

    HashSet<TableName> ReadsOf(OtherStatement select) =>
        [.. ReadTables.In(select, _readable).Select(name => _changed.GetValueOrDefault(name, name))];

    CheckSeverity ReadSeverity(HeaderEntry? entry)
    {
        if (entry is null)
        {
            return CheckSeverity.Error;
        }

        if (!Severities.Contains(entry.Value))
        {
            _problems.Add(new Problem($"'{entry.Value}' is no severity", entry.Place, Suggestion.For(entry.Value, Severities)));
        }

        return entry.Value == "warn" ? CheckSeverity.Warn : CheckSeverity.Error;
    }

    CheckThreshold ReadThreshold(HeaderEntry? entry)
    {
        if (entry is null)
        {
            return CheckThreshold.None;
        }

        if (long.TryParse(entry.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var rows))
        {
            return new CheckThreshold(rows);
        }

        if (Share().Match(entry.Value) is { Success: true } share
            && decimal.TryParse(share.Groups["percent"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent <= 100)
        {
            var schema = share.Groups["schema"] is { Success: true } named ? named.Value.ToLowerInvariant() : null;
            var table = new TableName(schema, share.Groups["table"].Value.ToLowerInvariant());
            return _tables.Find(table, "the threshold is a share of", entry.Place, _problems) is null
                ? CheckThreshold.None
                : new CheckThreshold(0, percent, table);
        }

        _problems.Add(new Problem(
            $"'{entry.Value}' is no threshold", entry.Place, "write how many rows are tolerated: 10, or a share of a table's rows: 0.5% of songplays"));
        return CheckThreshold.None;
    }

    [GeneratedRegex(@"^(?<percent>\d+(?:\.\d+)?) ?% of (?:(?<schema>\w+)\.)?(?<table>\w+)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Share();
}
