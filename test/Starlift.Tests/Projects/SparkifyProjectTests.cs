using Starlift.Cli.Settings;
using Starlift.Projects;

namespace Starlift.Tests.Projects;

public sealed class SparkifyProjectTests
{
    [Fact]
    public void The_project_in_the_repository_reads_without_a_problem()
    {
        var project = ProjectReader.Read(Path.Combine(Repository.Root, "pipelines/sparkify"), ProjectOverrides.None, KnownTargetTypes.All);
        Assert.Equal(["staging_events", "staging_songs"], project.StagingTables.Select(table => table.Name.Name));
        Assert.Equal(["artists", "songplays", "songs", "time", "users"], project.StarTables.Select(table => table.Name.Name));
        Assert.Equal(
            ["songplays", "songs", "staging_events", "staging_songs"],
            project.Models.Single(model => model.Name == "songplays").Reads.Select(table => table.Name).Order());
    }
}
