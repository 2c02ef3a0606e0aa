using Starlift.Cli.Settings;
using Starlift.Projects;

namespace Starlift.WarehouseTests;

/// <summary>A project of one load and one star table in a target's folder.</summary>
static class ScratchProject
{
    public static Project Make(ScratchTarget target)
    {
        target.Put("starlift.yaml", "name: things\ntargets:\n  local: { type: duckdb, path: things.duckdb }\n");
        target.Put("tables/arrivals.sql", "create table arrivals (id int, name varchar(20))");
        target.Put("tables/things.sql", "create table things (thing_id bigint identity(1,1), id int not null, name varchar(20) not null, primary key (thing_id), unique (id))");
        target.Put("loads/arrivals.sql", "copy arrivals from './data/' iam_role default format as json 'auto' maxerror 10");
        target.Put("models/things.sql", "select id, name from arrivals");
        return Read(target);
    }

    /// <summary>The project as its files are now.</summary>
    public static Project Read(ScratchTarget target) =>
        ProjectReader.Read(target.Folder, new ProjectOverrides(new Dictionary<string, string>(), _ => null), KnownTargetTypes.All);
}
