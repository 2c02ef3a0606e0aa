using System.Text.Json;
using Starlift.Cli.Cloud;
using Starlift.Cli.Settings;

namespace Starlift.Cli.Rendering;

/// <summary>A stack, on stdout.</summary>
static class StackSummary
{
    static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Terminal terminal, StackView view, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(Json(view));
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

    static string Json(StackView view) => JsonSerializer.Serialize(
        new
        {
            view.Name,
            view.Region,
            State = view.Stack?.Status,
            view.ClusterStatus,
            Kind = view.Outputs is null ? null : view.Outputs.IsServerless ? "serverless" : "provisioned",
            view.Outputs?.Host,
            view.Outputs?.Port,
            view.Outputs?.Database,
            view.Outputs?.RoleArn,
            view.Outputs?.Bucket,
            ExpiresAt = view.Stack?.Expires,
            SecondsLeft = view.Left is { } left ? (long?)Math.Max(0, left.TotalSeconds) : null,
            UsdPerHour = view.Cost?.PerHour,
            UsdSoFarAtMost = view.CostSoFar is { } cost ? decimal.Round(cost, 4) : (decimal?)null,
            Drifted = view.Stack?.HasDrifted ?? false,
            view.Leftovers,
        },
        Options);
}
