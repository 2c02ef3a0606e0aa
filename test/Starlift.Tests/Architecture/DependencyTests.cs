using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Starlift.Tests.Architecture;

/// <summary>Sql ← Core ← adapters ← Cli, in project files and in what the compiler made of them.</summary>
public sealed class DependencyTests
{
    static readonly string[] ForbiddenInCore = ["DuckDB.NET", "Npgsql", "AWSSDK", "Amazon", "Spectre.Console", "System.CommandLine", "System.Console", "OpenTelemetry"];

    public static TheoryData<string> Projects =>
        [.. Repository.Files("src", "*.csproj").Select(path => Path.GetFileNameWithoutExtension(path))];

    public static TheoryData<string> Adapters => [.. Repository.Files("src", "*.csproj")
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Where(name => name is not ("Starlift.Sql" or "Starlift.Core" or "Starlift.Cli"))];

    [Fact]
    public void The_SQL_front_end_refers_to_no_other_project_and_to_no_package()
    {
        Assert.Empty(References("Starlift.Sql", "ProjectReference"));
        Assert.Empty(References("Starlift.Sql", "PackageReference"));
        Assert.DoesNotContain("System.Console", AssemblyReferences("Starlift.Sql"));
    }

    [Fact]
    public void Core_refers_to_the_SQL_front_end_only() => Assert.Equal(["Starlift.Sql"], References("Starlift.Core", "ProjectReference"));

    [Theory]
    [MemberData(nameof(Adapters))]
    public void An_adapter_refers_to_Core_only(string adapter)
    {
        Assert.Equal(["Starlift.Core"], References(adapter, "ProjectReference"));
        Assert.Empty(Own(AssemblyReferences(adapter)).Except(["Starlift.Core", "Starlift.Sql"]));
    }

    [Fact]
    public void Only_the_command_line_refers_to_everything()
    {
        var others = Projects.Select(row => row.Data).Where(name => name is not ("Starlift.Cli" or "Starlift.Sql")).Order();
        Assert.Equal(others, References("Starlift.Cli", "ProjectReference").Order());
    }

    [Fact]
    public void Core_has_no_driver_no_cloud_SDK_and_no_console()
    {
        Assert.Empty(Forbidden(References("Starlift.Core", "PackageReference")));
        Assert.Empty(Forbidden(AssemblyReferences("Starlift.Core")));
    }

    [Fact]
    public void Core_asks_neither_the_environment_nor_the_clock()
    {
        using var file = Open("Starlift.Core");
        var metadata = file.GetMetadataReader();
        var members = metadata.MemberReferences
            .Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name)}.{metadata.GetString(member.Name)}");
        Assert.DoesNotContain(members, member => member is "Environment.GetEnvironmentVariable" or "DateTime.get_Now" or "DateTime.get_UtcNow");
    }

    static IEnumerable<string> Forbidden(IEnumerable<string> names) =>
        names.Where(name => ForbiddenInCore.Any(forbidden => name.StartsWith(forbidden, StringComparison.OrdinalIgnoreCase)));

    static IEnumerable<string> Own(IEnumerable<string> names) => names.Where(name => name.StartsWith("Starlift.", StringComparison.Ordinal));

    static List<string> References(string project, string kind) => [.. XDocument.Parse(Repository.Read($"src/{project}/{project}.csproj"))
        .Descendants(kind)
        .Select(reference => reference.Attribute("Include")!.Value)
        .Select(include => kind == "ProjectReference" ? Path.GetFileNameWithoutExtension(include) : include)];

    static List<string> AssemblyReferences(string project)
    {
        using var file = Open(project);
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    static PEReader Open(string project) => new(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{project}.dll")));
}
