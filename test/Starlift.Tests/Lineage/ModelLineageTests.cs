using Starlift.Cli.Settings;
using Starlift.Lineage;
using Starlift.Projects;
using Starlift.Tests.Projects;

namespace Starlift.Tests.Lineage;

public sealed class ModelLineageTests
{
    [Fact]
    public void Columns_and_tables_are_called_as_the_project_calls_them()
    {
        using var scratch = ScratchProject.Sound()
            .Add("tables/staging.sql", "create table public.staging (id int, title varchar(20), played timestamp)")
            .Add("tables/songs.sql", "create table mart.songs (id int primary key, title varchar(20), since timestamp, n int)")
            .Add("loads/staging.sql", "copy public.staging from 's3://b/songs/' iam_role default format json 'auto'")
            .Add("models/songs.sql", """
                with kept as (select id, title from staging where played is not null)
                select k.id, coalesce(o.name, k.title) as title, min(s.played) as since, 1 as n
                from kept k join staging s using (id) left join public.others o on o.id = k.id left join audit.log l on l.id = s.id
                group by 1, 2
                """);
        var lineage = ModelLineage.Of(Assert.Single(scratch.Read().Models));
        Assert.Equal(("mart.songs", "songs"), (lineage.Table.ToString(), lineage.Model));
        Assert.Equal("audit.log, others, public.staging", string.Join(", ", lineage.Reads));
        Assert.Equal(
            [
                "id <- public.staging.id identity",
                "title <- others.name transformation; public.staging.title transformation",
                "since <- public.staging.played aggregation",
                "n <- ",
            ],
            lineage.Columns.Select(column => $"{column.Name} <- {Words(column.From)}"));
        Assert.Equal(
            "audit.log.id join; others.id join; others.name group_by; public.staging.id join; public.staging.id group_by; public.staging.played filter; public.staging.title group_by",
            Words(lineage.Rows));
    }

    [Fact]
    public void Every_column_of_Sparkify_s_star_has_its_sources()
    {
        var project = ProjectReader.Read(Path.Combine(Repository.Root, "pipelines/sparkify"), ProjectOverrides.None, KnownTargetTypes.All);
        Snapshot.Match("sparkify-lineage", string.Join('\n', project.Models.Select(ModelLineage.Of).SelectMany(lineage => lineage.Columns
            .Select(column => $"{lineage.Table}.{column.Name} <- {Words(column.From)}")
            .Append($"{lineage.Table}: {Words(lineage.Rows)}"))) + "\n");
    }

    static string Words(IEnumerable<LineageColumn> columns) => string.Join("; ", columns.Select(column => $"{column.Table}.{column.Column} {LineageWords.Of(column.Use)}"));
}
