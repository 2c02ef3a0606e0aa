using System.Text;
using Starlift.Projects;

namespace Starlift.Tests.Docs;

/// <summary>docs/report.md against the keys that reading a chart checks with.</summary>
public sealed class ReportPageTests
{
    static readonly string Page = Repository.Read("docs/report.md");

    [Fact]
    public void The_page_lists_the_keys_of_every_chart() => Contains(Table(ChartSettings.Common));

    [Fact]
    public void The_page_lists_every_kind_with_its_keys() =>
        Assert.All(Enum.GetValues<ChartKind>(), kind => Contains($"### {kind.ToString().ToLowerInvariant()}\n\n{Table(ChartSettings.Of(kind))}"));

    [Fact]
    public void The_sample_of_the_page_is_a_file_of_the_sparkify_project() =>
        Contains($"```sql\n{Repository.Read("pipelines/sparkify/reports/active_users.sql")}```");

    static void Contains(string expected) =>
        Assert.True(Page.Contains(expected, StringComparison.Ordinal), $"docs/report.md should hold:\n\n{expected}");

    static string Table(IReadOnlyList<SettingDefinition> settings)
    {
        if (settings.Count == 0)
        {
            return "No keys of its own";
        }

        var table = new StringBuilder("| key | value | default | meaning |\n|---|---|---|---|\n");
        foreach (var setting in settings)
        {
            var value = setting.Choices.Count > 0 ? string.Join(", ", setting.Choices.Select(choice => $"`{choice}`")) : setting.Kind == SettingKind.WholeNumber ? "whole number" : "text";
            table.Append($"| `{setting.Name}` | {value} | {(setting.Required ? "**required**" : setting.Default ?? "–")} | {setting.Meaning} |\n");
        }

        return table.ToString();
    }
}
