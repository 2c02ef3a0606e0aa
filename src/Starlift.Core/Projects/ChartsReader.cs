using System.Globalization;
using Starlift.Errors;

namespace Starlift.Projects;

/// <summary>Makes charts of the files of reports/.</summary>
sealed class ChartsReader
{
    readonly DeclaredTables _tables;
    readonly QueryMeanings _meanings;
    readonly List<Problem> _problems;

    public ChartsReader(DeclaredTables tables, QueryMeanings meanings, List<Problem> problems)
    {
        _tables = tables;
        _meanings = meanings;
        _problems = problems;
    }

    /// <summary>The charts whose file states one, in the order of the report; problems of the others are reported.</summary>
    public IReadOnlyList<Chart> Read(IReadOnlyList<SqlFile> files) =>
        [.. files.Select(ReadChart).OfType<Chart>().OrderBy(chart => chart.Order ?? int.MaxValue).ThenBy(chart => chart.Name, StringComparer.Ordinal)];

    Chart? ReadChart(SqlFile file)
    {
        var header = HeaderComment.Of(file, ChartSettings.AllKeys, _problems);
        var select = OneSelect.Of(file, "reports", "write one SELECT that yields the rows of the chart", _problems);
        var common = ReadAll(header, file, "a chart", ChartSettings.Common);
        if (select is null || common.GetValueOrDefault(ChartSettings.Kind) is not { } kindName)
        {
            return null;
        }

        var kind = Enum.Parse<ChartKind>(kindName, ignoreCase: true);
        var own = ReadOwn(header, file, kind);
        if (_meanings.Bind(select, _tables.Catalogue) is not { } query)
        {
            return null;
        }

        return new Chart
        {
            Name = file.Name,
            Title = common.GetValueOrDefault(ChartSettings.Title, ""),
            Question = common.GetValueOrDefault(ChartSettings.Question, ""),
            Kind = kind,
            Columns = own.Where(setting => setting.Key != ChartSettings.Direction)
                .ToDictionary(setting => setting.Key, setting => new ChartColumn(setting.Value.ToLowerInvariant(), header[setting.Key]!.Place)),
            Unit = common.GetValueOrDefault(ChartSettings.Unit),
            Horizontal = own.GetValueOrDefault(ChartSettings.Direction) == "horizontal",
            Wide = common.TryGetValue(ChartSettings.Width, out var width) ? width == "full" : kind != ChartKind.Bar,
            Order = common.TryGetValue(ChartSettings.Order, out var order) ? int.Parse(order, CultureInfo.InvariantCulture) : null,
            Select = select,
            Query = query,
            Reads = ReadTables.In(select, _tables.Names),
            Start = file.Start,
        };
    }

    Dictionary<string, string> ReadOwn(HeaderComment header, SqlFile file, ChartKind kind)
    {
        var settings = ChartSettings.Of(kind);
        var owner = $"a chart of kind {kind.ToString().ToLowerInvariant()}";
        var allowed = settings.Select(setting => setting.Name).ToList();
        foreach (var stray in ChartSettings.AllKeys.Except(ChartSettings.Common.Select(setting => setting.Name)).Except(allowed).Select(key => header[key]).OfType<HeaderEntry>())
        {
            _problems.Add(new Problem(
                $"{owner} has no '{stray.Key}'", stray.Place, allowed.Count == 0 ? "it shows every column" : $"its own keys are {string.Join(", ", allowed)}"));
        }

        return ReadAll(header, file, owner, settings);
    }

    // Values that are wrong are reported and left out.
    Dictionary<string, string> ReadAll(HeaderComment header, SqlFile file, string owner, IReadOnlyList<SettingDefinition> settings)
    {
        var values = new Dictionary<string, string>();
        foreach (var setting in settings)
        {
            if (header[setting.Name] is not { } entry)
            {
                if (setting.Required)
                {
                    _problems.Add(new Problem($"{owner} needs '{setting.Name}'", file.Start, $"add to the file's first lines: -- {setting.Name}: … ({setting.Meaning.TrimEnd('.')})"));
                }
            }
            else if (SettingValue.Fault(setting, entry.Value) is { } fault)
            {
                _problems.Add(new Problem($"'{entry.Value}' is no value for '{setting.Name}'", entry.Place, fault));
            }
            else
            {
                values[setting.Name] = entry.Value;
            }
        }

        return values;
    }
}
