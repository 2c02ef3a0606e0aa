namespace Starlift.Projects;

/// <summary>The keys of starlift.yaml, apart from those of each target type.</summary>
public static class ProjectSettings
{
    internal const string RightsOfUmask = "umask";

    public static IReadOnlyList<SettingDefinition> Root { get; } =
    [
        new("name", "The project's name; letters, digits, - and _.") { Required = true },
        new("vars", "Variables for the SQL files and for the settings below; a variable without a value must be given by the caller.")
        {
            Kind = SettingKind.Mapping,
        },
        new("default_target", "The target that commands use without --target.") { Default = "the only target" },
        new("targets", "The warehouses that the project can run on, by name.") { Kind = SettingKind.Mapping, Required = true },
        new("history", "How much a target remembers of its runs, with their steps, checks, loads and rejects: a number of runs, or of days. The last run that published stays, and the ledger.")
        {
            Default = HistoryLimit.Default.ToString(),
        },
        new("changed", "What a run does with an object that was loaded in another version: builds the star tables anew that it concerns, merges its rows by key, leaves it, or fails.")
        {
            Kind = SettingKind.Choice,
            Choices = ChoicesOf<ChangedObjects>(),
            Default = NameOf(ChangedObjects.Rebuild),
        },
        new("vanished", "What a run does with what an object brought that is no longer there: keeps it, or builds the star tables that it concerns without it.")
        {
            Kind = SettingKind.Choice,
            Choices = ChoicesOf<VanishedObjects>(),
            Default = NameOf(VanishedObjects.Keep),
        },
        new("unknown_keys", "What a run makes of keys of records that no column takes: tells them, says nothing, or fails. Redshift's COPY does not tell them.")
        {
            Kind = SettingKind.Choice,
            Choices = ChoicesOf<UnknownKeys>(),
            Default = NameOf(UnknownKeys.Warn),
        },
        new("file_rights", "Who may read the databases and reports that commands make, which hold whole records: their user alone, or whom the process's umask lets. A file that is there keeps its rights.")
        {
            Kind = SettingKind.Choice,
            Choices = ["private", RightsOfUmask],
            Default = "private",
        },
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
        new("ttl", "How long the warehouse may live before it deletes itself; 15m to 7d.") { Kind = SettingKind.Duration, Default = "2h" },
        new("public", "Whether the endpoint has an address in the internet, where only `admin_cidr` may connect.")
        {
            Kind = SettingKind.Choice,
            Choices = ["true", "false"],
            Default = "true",
        },
        new("admin_cidr", "The addresses that may connect, such as 203.0.113.0/24.") { Default = "the address that starlift up is called from" },
        new("vpc", "The VPC that the warehouse is put into.") { Default = "the region's default VPC" },
        new("subnets", "The subnets that the warehouse is put into.") { Kind = SettingKind.List, Default = "those of the default VPC" },
        new("base_capacity", "Serverless: the RPUs that a query starts with; 4, or 8 to 512 in steps of 8. Not every region has 4.") { Kind = SettingKind.WholeNumber, Default = "4" },
        new("max_capacity", "Serverless: the RPUs that are never passed, which bounds the cost.") { Kind = SettingKind.WholeNumber, Default = "base_capacity" },
        new("node_type", "Provisioned: the type of node.")
        {
            Kind = SettingKind.Choice,
            Choices = ["ra3.large", "ra3.xlplus", "ra3.4xlarge", "ra3.16xlarge", "rg.xlarge", "rg.4xlarge"],
            Default = "ra3.large",
        },
        new("nodes", "Provisioned: how many nodes.") { Kind = SettingKind.WholeNumber, Default = "1" },
        new("price", "USD an hour of one RPU or node, for regions that Starlift's table of prices does not have.") { Default = "the table's" },
    ];
    /// <summary>What is written for values of the type: lower case.</summary>
    public static IReadOnlyList<string> ChoicesOf<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];

    internal static T ValueOf<T>(string? text) where T : struct, Enum => text is null ? default : Enum.Parse<T>(text, ignoreCase: true);

    static string NameOf<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
