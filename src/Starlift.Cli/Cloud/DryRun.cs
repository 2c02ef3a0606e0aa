using Starlift.Aws.Stacks;
using Starlift.Cli.Terminals;

namespace Starlift.Cli.Cloud;

/// <summary>What up would make, without asking AWS anything: resources, settings and price on stderr, the template on stdout.</summary>
sealed class DryRun(Terminal terminal)
{
    /// <param name="options">With a region.</param>
    /// <param name="ttl">How long it would live.</param>
    /// <param name="maxCost">USD; null for no limit.</param>
    /// <exception cref="Errors.ConfigurationException">It may cost more than the limit.</exception>
    public void Show(StackOptions options, TimeSpan ttl, decimal? maxCost)
    {
        var lines = new StackLines(terminal.Error);
        var expires = TimeProvider.System.GetUtcNow() + ttl;
        var cost = StackCost.Of(options, options.Region!);
        CostLimit.Check(options.Name, options.Region!, cost, maxCost, ttl);
        lines.Say($"up would make the stack {options.Name} in {options.Region}; nothing was asked of AWS");
        foreach (var (name, type) in TemplateResources.Of(options))
        {
            terminal.Error.WriteLine($"  + {name} ({type})");
        }

        var cidr = !options.IsPublic ? "" : options.AdminCidr ?? "the address of whoever calls up";
        foreach (var (key, value) in StackParameters.Of(options, cidr, "whoever calls up", expires).Where(parameter => parameter.Value.Length > 0))
        {
            terminal.Error.WriteLine($"  {key}: {value}");
        }

        lines.Price(cost, options.IsServerless, options.Region!, ttl, expires);
        foreach (var line in WarehouseStack.Template.TrimEnd().Split('\n'))
        {
            terminal.Out.WriteLine(line.TrimEnd('\r'));
        }
    }
}
