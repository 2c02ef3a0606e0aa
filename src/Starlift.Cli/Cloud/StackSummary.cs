using System.Text.Json.Nodes;
using Starlift.Cli.Terminals;

namespace Starlift.Cli.Cloud;

/// <summary>A stack, on stdout.</summary>
static class StackSummary
{
    public static void Write(Terminal terminal, StackView view, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Json.WriteLine(Json.TextOf(Shown(view)));
            return;
        }

        foreach (var (name, value) in Rows(view))
        {
            terminal.Out.WriteLine($"{name,-14} {value}");
        }
    }

    static IEnumerable<(string Name, string Value)> Rows(StackView view)
    {
        if (view.Stack is not { } stack)
        {
            yield return ("stack", $"there is no {view.Name} in {view.Region}");
            foreach (var leftover in view.Leftovers)
            {
                yield return ("left behind", $"{leftover}; starlift down removes it");
            }

            yield break;
        }

        yield return ("stack", $"{stack.Name} in {view.Region}");
        yield return ("state", $"{stack.Status}{(view.ClusterStatus is { } cluster ? $", cluster {cluster}" : "")}");
        if (view.Outputs is { } outputs)
        {
            yield return ("endpoint", $"{outputs.Host}:{outputs.Port}/{outputs.Database}");
            yield return ("kind", outputs.IsServerless ? "serverless" : "provisioned");
        }

        if (stack.Expires is { } expires && view.Left is { } left)
        {
            yield return ("deletes itself", $"{StackLines.Time(expires)}, in {StackLines.Span(left)}");
        }

        yield return ("cost", view is { Cost: { } cost, CostSoFar: { } soFar }
            ? $"at most {Money.Of(soFar)} so far, {Money.Of(cost.PerHour)} an hour ({cost.Source})"
            : $"not known for {view.Region}");
        if (stack.HasDrifted)
        {
            yield return ("drift", "somebody has changed resources by hand");
        }
    }

    static JsonObject Shown(StackView view) => new()
    {
        ["name"] = view.Name,
        ["region"] = view.Region,
        ["state"] = view.Stack?.Status,
        ["cluster_status"] = view.ClusterStatus,
        ["kind"] = view.Outputs is null ? null : view.Outputs.IsServerless ? "serverless" : "provisioned",
        ["host"] = view.Outputs?.Host,
        ["port"] = view.Outputs?.Port,
        ["database"] = view.Outputs?.Database,
        ["role_arn"] = view.Outputs?.RoleArn,
        ["bucket"] = view.Outputs?.Bucket,
        ["expires_at"] = view.Stack?.Expires,
        ["seconds_left"] = view.Left is { } left ? (long?)Math.Max(0, left.TotalSeconds) : null,
        ["usd_per_hour"] = view.Cost?.PerHour,
        ["usd_so_far_at_most"] = view.CostSoFar is { } cost ? decimal.Round(cost, 4) : null,
        ["drifted"] = view.Stack?.HasDrifted ?? false,
        ["leftovers"] = Json.ListOf(view.Leftovers),
    };
}
