using System.Text.RegularExpressions;
using Starlift.Cli.Settings;
using Starlift.Projects;
using Starlift.Tests.Projects;

namespace Starlift.Tests.Docs;

/// <summary>docs/project-reference.md, whose tables are made from the definitions that reading a project checks with.</summary>
public sealed partial class ProjectReferenceTests
{
    const string Page = "docs/project-reference.md";

    [Fact]
    public void The_page_lists_the_keys_of_the_file()
    {
        GeneratedPage.Match(Page, "keys", Table(ProjectSettings.Root));
        GeneratedPage.Match(Page, "cloud", Table(ProjectSettings.Cloud));
    }

    [Fact]
    public void The_page_lists_every_type_of_target_with_its_keys() =>
        GeneratedPage.Match(Page, "targets", string.Join('\n', KnownTargetTypes.All.Select(Section)));

    [Fact]
    public void The_samples_of_the_page_are_sound()
    {
        var samples = Repository.Read(Page).Split("```yaml\n").Skip(1).Select(part => part.Split("```")[0]).ToList();
        Assert.NotEmpty(samples);
        foreach (var sample in samples)
        {
            using var scratch = ScratchProject.With(sample);
            ProjectReader.Read(scratch.Folder, ProjectOverrides.None, KnownTargetTypes.All);
        }
    }

    [Fact]
    public void The_page_names_every_environment_variable_that_Starlift_reads()
    {
        var page = Repository.Read(Page);
        var read = Repository.Files("src", "*.cs").SelectMany(file => EnvironmentVariable().Matches(Repository.Read(file))).Select(match => match.Groups["name"].Value).ToList();
        Assert.Contains("STARLIFT_PROJECT", read);
        var unnamed = read.Where(name => name != "STARLIFT_COMMAND" && !page.Contains($"`{name}", StringComparison.Ordinal)).ToList();
        Assert.Empty(unnamed);
    }

    [GeneratedRegex("\"(?<name>STARLIFT_[A-Z0-9_]+)")]
    private static partial Regex EnvironmentVariable();

    static string Section(TargetType type)
    {
        var notYet = type.Available ? "" : " This version of Starlift reads such a target but can't use it yet.";
        var oneOf = type.OneOf.Count == 0 ? "" : $"\nA target states exactly one of {string.Join(", ", type.OneOf.Select(name => $"`{name}`"))}.\n";
        return $"### {type.Name}\n\n{type.Meaning}{notYet}\n\n{Table(type.Settings)}{oneOf}";
    }

    static string Table(IReadOnlyList<SettingDefinition> settings) => GeneratedPage.Table(
        ["key", "value", "default", "meaning"],
        settings.Select(setting => (IReadOnlyList<string>)
            [$"`{setting.Name}`", Value(setting), setting.Required ? "**required**" : setting.Default ?? "–", setting.Meaning]));

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
