using System.Globalization;
using Starlift.Aws.Stacks;
using Starlift.Cli.Terminals;

namespace Starlift.Cli.Cloud;

/// <summary>Tells on stderr what happens to a stack.</summary>
sealed class StackLines(TextWriter error)
{
    public void Say(string text) => error.WriteLine($"starlift: {text}");

    /// <summary>One line a resource and state.</summary>
    public void Event(StackEvent told)
    {
        var reason = told.IsFailure && told.Reason is { } why ? $": {why}" : "";
        error.WriteLine($"  {told.Status,-28} {told.LogicalId} ({told.Type}){reason}");
    }

    public void Plan(StackPlan plan, StackDescription? current)
    {
        foreach (var change in plan.Changes)
        {
            var sign = change.Action switch
            {
                "Add" => "+",
                "Remove" => "-",
                _ => change.Replaces ? "±" : "~",
            };
            error.WriteLine($"  {sign} {change.LogicalId} ({change.Type}){(change.Replaces && change.Action == "Modify" ? ", made anew: what it holds is lost" : "")}");
        }

        foreach (var (key, value) in plan.Parameters.Where(parameter => current is not null && current.Parameters.GetValueOrDefault(parameter.Key, "") != parameter.Value))
        {
            error.WriteLine($"  {key}: {Shown(current!.Parameters.GetValueOrDefault(key, ""))} → {Shown(value)}");
        }
    }

    /// <summary>What it costs, and when it ends.</summary>
    public void Price(StackCost? cost, bool isServerless, string region, TimeSpan time, DateTimeOffset expires)
    {
        error.WriteLine(cost is null
            ? $"  price: not known for {region}"
            : isServerless
                ? $"  price: at most {Money.Of(cost.PerHour)} an hour, and only while queries run ({cost.Units} RPUs at {Money.Price(cost.UnitPrice)}; {cost.Source}); at most {Money.Of(cost.For(time))} in {Span(time)}"
                : $"  price: {Money.Of(cost.PerHour)} an hour ({Quantity.Count(cost.Units, "node", "nodes")} at {Money.Price(cost.UnitPrice)}; {cost.Source}); {Money.Of(cost.For(time))} in {Span(time)}");
        error.WriteLine($"  deletes itself: {Time(expires)}, in {Span(time)}");
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>To the minute.</summary>
    public static string Span(TimeSpan time)
    {
        var minutes = (long)Math.Max(0, Math.Round(time.TotalMinutes));
        return minutes < 60 ? $"{minutes} min" : minutes % 60 == 0 ? $"{minutes / 60} h" : $"{minutes / 60} h {minutes % 60} min";
    }

    static string Shown(string value) => value.Length == 0 ? "–" : value;
}
