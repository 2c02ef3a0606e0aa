namespace Starlift.Projects;

/// <summary>What the header of a file of reports/ may hold: what reading checks against and what the documentation lists.</summary>
public static class ChartSettings
{
    public const string Title = "title";
    public const string Question = "question";
    public const string Kind = "kind";
    public const string Unit = "unit";
    public const string Order = "order";
    public const string Width = "width";
    public const string Direction = "direction";

    static readonly SettingDefinition Series = new("series", "The column that parts the rows into series, a colour each.");

    /// <summary>The keys of every chart.</summary>
    public static IReadOnlyList<SettingDefinition> Common { get; } =
    [
        new(Title, "A few words above the chart.") { Required = true },
        new(Question, "The question that the chart answers, one sentence.") { Required = true },
        new(Kind, "How the rows are shown.") { Kind = SettingKind.Choice, Choices = [.. Enum.GetNames<ChartKind>().Select(name => name.ToLowerInvariant())], Required = true },
        new(Unit, "What is counted or measured, behind numbers: `plays`, `%`."),
        new(Order, "Where the chart stands among the others; those without come last, by name.") { Kind = SettingKind.WholeNumber },
        new(Width, "Half or all of the page's width.") { Kind = SettingKind.Choice, Choices = ["half", "full"], Default = "half for `bar`, else `full`" },
    ];

    /// <summary>The keys that a kind has besides: each names a column of the SELECT, but for <see cref="Direction"/>.</summary>
    public static IReadOnlyList<SettingDefinition> Of(ChartKind kind) => kind switch
    {
        ChartKind.Number => [Column("value", "The number, of the first row."), new("detail", "A column with a few words that stand below the number.")],
        ChartKind.Bar =>
        [
            Column("x", "A bar each."),
            Column("y", "How long the bars are."),
            Series,
            new(Direction, "Horizontal bars leave room for long names.") { Kind = SettingKind.Choice, Choices = ["vertical", "horizontal"], Default = "`vertical`" },
        ],
        ChartKind.Line or ChartKind.Area => [Column("x", "From left to right: dates, times, numbers or names."), Column("y", "The height."), Series],
        ChartKind.Heatmap => [Column("x", "From left to right."), Column("y", "From top to bottom."), Column("value", "The shade.")],
        ChartKind.Map =>
        [
            Column("longitude", "In degrees, east of Greenwich positive."),
            Column("latitude", "In degrees, north positive."),
            new("size", "The area of the points."),
            new("label", "What a point is called."),
        ],
        ChartKind.Table => [],
        ChartKind.Sankey => [Column("source", "Where something comes from."), Column("target", "Where it goes."), Column("value", "How much it is.")],
        _ => throw new InvalidOperationException($"unknown kind {kind}"),
    };

    /// <summary>Every key that any chart may have.</summary>
    public static IReadOnlyList<string> AllKeys { get; } =
        [.. Common.Concat(Enum.GetValues<ChartKind>().SelectMany(Of)).Select(setting => setting.Name).Distinct()];

    static SettingDefinition Column(string name, string meaning) => new(name, meaning) { Required = true };
}
