using System.Text;
using Starlift.Cli.Targets;
using Starlift.Projects;
using Starlift.Tests.Projects;

namespace Starlift.Tests.Docs;

/// <summary>docs/configuration.md against the definitions that reading a project checks with.</summary>
public sealed class ConfigurationPageTests
{
    static readonly string Page = Repository.Read("docs/configuration.md");

    [Fact]
    public void The_page_lists_the_keys_of_the_file()
    {
        Contains(Table(ProjectSettings.Root));
        Contains(Table(ProjectSettings.Cloud));
    }

    [Fact]
    public void The_page_lists_every_type_of_target_with_its_keys()
    {
        foreach (var type in KnownTargetTypes.All)
        {
            var notYet = type.Available ? "" : " This version of Starlift reads such a target but can't use it yet.";
            Contains($"### {type.Name}\n\n{type.Meaning}{notYet}\n\n{Table(type.Settings)}");
        }
    }

    [Fact]
    public void The_samples_of_the_page_are_sound()
    {
        var samples = Page.Split("```yaml\n").Skip(1).Select(part => part.Split("```")[0]).ToList();
        Assert.NotEmpty(samples);
        foreach (var sample in samples)
        {
            using var scratch = ScratchProject.With(sample);
            ProjectReader.Read(scratch.Folder, ProjectOverrides.None, KnownTargetTypes.All);
        }
    }

    static void Contains(string expected) =>
        Assert.True(Page.Contains(expected, StringComparison.Ordinal), $"docs/configuration.md should hold:\n\n{expected}");

    static string Table(IReadOnlyList<SettingDefinition> settings)
    {
        var table = new StringBuilder("| key | value | default | meaning |\n|---|---|---|---|\n");
        foreach (var setting in settings)
        {
            table.Append($"| `{setting.Name}` | {Value(setting)} | {(setting.Required ? "**required**" : setting.Default ?? "–")} | {setting.Meaning} |\n");
        }

        return table.ToString();
    }

    static string Value(SettingDefinition setting) => setting.Kind switch
    {
        SettingKind.Text => "text",
        SettingKind.Choice => string.Join(", ", setting.Choices.Select(choice => $"`{choice}`")),
        SettingKind.WholeNumber => "whole number",
        SettingKind.Size => "size",
        SettingKind.Duration => "duration",
        SettingKind.List => "list",
        SettingKind.Mapping => "mapping",
        _ => throw new InvalidOperationException($"unknown kind {setting.Kind}"),
    };
}
