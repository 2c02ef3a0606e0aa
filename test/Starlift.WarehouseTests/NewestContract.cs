using Starlift.Planning;
using Starlift.Projects;

namespace Starlift.WarehouseTests;

/// <summary>Of records that come several times the newest is kept, the same on every warehouse. One empty subclass a warehouse.</summary>
public abstract class NewestContract : ProjectContract
{
    const string Users = "select id, level, ts from users order by id";

    [Fact]
    public async Task Of_several_records_of_a_key_the_newest_is_kept_in_whatever_order_they_come()
    {
        string[] objects = [User(1, "free", 5) + User(1, "paid", 7) + User(2, "free", 1), User(1, "free", 6) + User(2, "paid", 1), User(2, "none", null) + User(3, "none", null), User(3, "free", 0)];
        string[] expected = ["1|paid|7", "2|free|1", "3|free|0"];
        foreach (var order in (int[][])[[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2]])
        {
            await using var target = await MakeTargetAsync();
            var project = Make(target);
            await using var warehouse = await OpenAsync(target, project);
            foreach (var index in order)
            {
                target.Put($"data/{index}.json", objects[index]);
                await RunAsync(project, target, warehouse);
            }

            Assert.Equal(expected, await LinesAsync(warehouse, Users));
            target.Put("data/9.json", string.Concat(objects));
            var report = await RunAsync(project, target, warehouse);
            Assert.Equal((0, 0), (report.Stars[0].Inserted, report.Stars[0].Updated));
            await RunAsync(project, target, warehouse, new RunOptions { FullRefresh = true });
            Assert.Equal(expected, await LinesAsync(warehouse, Users));
        }
    }

    static Project Make(ScratchTarget target)
    {
        target.Put("starlift.yaml", "name: things\ntargets:\n  local: { type: duckdb, path: things.duckdb }\n");
        target.Put("tables/events.sql", "create table events (id int, level varchar(20), ts int)");
        target.Put("tables/users.sql", "create table users (user_id bigint identity(1,1), id int not null, level varchar(20), ts int, unique (id))");
        target.Put("loads/events.sql", "copy events from './data/' iam_role default format as json 'auto'");
        target.Put("models/users.sql", "-- The user's last level.\n-- newest: ts\nwith e as (select id, level, ts from events) select id, level, ts from e");
        return ScratchProject.Read(target);
    }

    static string User(int id, string level, int? ts) => $$"""{"id":{{id}},"level":"{{level}}","ts":{{(ts is { } at ? $"{at}" : "null")}}}""";
}
