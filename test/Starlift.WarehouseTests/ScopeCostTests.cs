using System.Diagnostics;
using System.Globalization;
using System.Text;
using Starlift.Planning;

namespace Starlift.WarehouseTests;

/// <summary>
/// What a correction by a scope costs beside a full refresh: STARLIFT_SCOPE_COST says of how many objects of 3,334 records each, and the test writes what it
/// measured. Without it nothing is measured, and it is only seen that the correction reads what it has to.
/// </summary>
public sealed class ScopeCostTests : ProjectContract
{
    private protected override Task<ScratchTarget> MakeTargetAsync() => Task.FromResult<ScratchTarget>(new DuckDbTarget());

    [Fact]
    public async Task A_correction_reads_one_object_and_those_that_share_its_keys()
    {
        var objects = int.Parse(Environment.GetEnvironmentVariable("STARLIFT_SCOPE_COST") is { Length: > 0 } text ? text : "4", CultureInfo.InvariantCulture);
        await using var target = await MakeTargetAsync();
        target.Put("starlift.yaml", "name: things\ntargets:\n  local: { type: duckdb, path: things.duckdb }\n");
        target.Put("tables/arrived.sql", "create table arrived (order_id int, line int, price int, customer varchar(40), agent varchar(200), note varchar(200))");
        target.Put("tables/lines.sql", "create table lines (order_id int not null, line int not null, price int, customer varchar(40), agent varchar(200), primary key (order_id, line))");
        target.Put("tables/orders.sql", "create table orders (order_id int not null primary key, amount bigint, lines bigint)");
        target.Put("loads/arrived.sql", "copy arrived from './data/' iam_role default format as json 'auto'");
        target.Put("models/lines.sql", "-- replaces: order_id\nselect order_id, line, price, customer, agent from arrived");
        target.Put("models/orders.sql", """
            -- replaces: order_id
            with parts as (select order_id, price as amount, 1 as lines from arrived union all select order_id, amount, lines from orders)
            select order_id, sum(amount) as amount, sum(lines) as lines from parts where order_id in (select order_id from arrived) group by order_id
            """);
        for (var i = 0; i < objects; i++)
        {
            target.Put($"data/{i:000}.json", Records(i, price: 7));
        }

        var project = ScratchProject.Read(target);
        await TimedAsync(RunOptions.Default);
        List<(double Corrected, double Refreshed)> times = [];
        for (var round = 0; round < (objects > 4 ? 5 : 3); round++)
        {
            target.Put($"data/{round % objects:000}.json", Records(round % objects, price: 8 + round));
            var corrected = await TimedAsync(RunOptions.Default);
            Assert.NotNull(corrected.Report.Plan.Scoped);
            Assert.Equal(1, corrected.Report.Loads.Sum(load => load.Objects));
            Assert.Equal(1, corrected.Report.Steps.Where(step => step.Kind == Starlift.History.StepKind.Reload).Sum(step => step.RowsRead));
            if (objects > 4)
            {
                var refreshed = await TimedAsync(new RunOptions { FullRefresh = true });
                TestContext.Current.TestOutputHelper!.WriteLine(
                    $"{objects * 3334} records of {objects} objects: one corrected {corrected.Seconds:0.000} s (CPU {corrected.Cpu:0.000} s), full refresh {refreshed.Seconds:0.000} s (CPU {refreshed.Cpu:0.000} s)");
                times.Add((corrected.Seconds, refreshed.Seconds));
            }
        }

        if (times.Count > 0)
        {
            var (one, all) = (times.Select(time => time.Corrected).Order().ElementAt(times.Count / 2), times.Select(time => time.Refreshed).Order().ElementAt(times.Count / 2));
            TestContext.Current.TestOutputHelper!.WriteLine($"medians of {times.Count} rounds: {one:0.000} s beside {all:0.000} s, {one / all:0.0%}");
        }

        async Task<(Starlift.Runs.RunReport Report, double Seconds, double Cpu)> TimedAsync(RunOptions options)
        {
            var (began, cpu) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
            // A session of its own, as each command has: temporary tables keep the room of what they have held.
            await using var warehouse = await OpenAsync(target, project);
            var report = await RunAsync(project, target, warehouse, options);
            return (report, Stopwatch.GetElapsedTime(began).TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds);
        }
    }

    // Each two objects share an order.
    static string Records(int number, int price)
    {
        var text = new StringBuilder();
        for (var record = number * 3334; record < (number + 1) * 3334; record++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""{"order_id":{{record / 4}},"line":{{record % 4}},"price":{{price}},"customer":"customer {{record % 80000}}","agent":"Mozilla/5.0 (X11; Linux x86_64; rv:31.0) Gecko/20100101 Firefox/31.0","page":"NextSong","level":"paid","city":"Berlin","note":"the quick brown fox jumps over the lazy dog, the quick brown fox jumps over the lazy dog"}""").Append('\n');
        }

        return text.ToString();
    }
}
