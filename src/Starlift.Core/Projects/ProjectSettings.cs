namespace Starlift.Projects;

/// <summary>The keys of starlift.yaml, apart from those of each target type.</summary>
public static class ProjectSettings
{
    public static IReadOnlyList<SettingDefinition> Root { get; } =
    [
        new("name", "The project's name; letters, digits, - and _.") { Required = true },
        new("vars", "Variables for the SQL files and for the settings below; a variable without a value must be given by the caller.")
        {
            Kind = SettingKind.Mapping,
        },
        new("default_target", "The target that commands use without --target.") { Default = "the only target" },
        new("targets", "The warehouses that the project can run on, by name.") { Kind = SettingKind.Mapping, Required = true },
        new("cloud", "What a warehouse that Starlift creates in AWS looks like.") { Kind = SettingKind.Mapping },
    ];

    /// <summary>The key that every target has.</summary>
    public static SettingDefinition TypeOfTarget { get; } = new("type", "The type of warehouse.") { Required = true };

    public static IReadOnlyList<SettingDefinition> Cloud { get; } =
    [
        new("region", "The AWS region of the warehouse.") { Default = "the region of the AWS configuration" },
        new("kind", "Redshift Serverless, or a provisioned cluster.")
        {
            Kind = SettingKind.Choice,
            Choices = ["serverless", "provisioned"],
            Default = "serverless",
        },
        new("data_buckets", "The buckets that COPY may read.") { Kind = SettingKind.List },
        new("ttl", "How long the warehouse may live before it deletes itself.") { Kind = SettingKind.Duration, Default = "2h" },
    ];
}
