using System.Text.RegularExpressions;

namespace Starlift.Aws.Stacks;

/// <summary>What the template makes.</summary>
public static partial class TemplateResources
{
    /// <summary>Logical ids and types, in the order of the template, of a stack that looks like this.</summary>
    public static IEnumerable<(string Name, string Type)> Of(StackOptions options)
    {
        var text = WarehouseStack.Template;
        var section = text[text.IndexOf("\nResources:", StringComparison.Ordinal)..text.IndexOf("\nOutputs:", StringComparison.Ordinal)];
        return Resource().Matches(section)
            .Where(found => found.Groups["condition"].Value switch
            {
                "" => true,
                "IsServerless" => options.IsServerless,
                "IsProvisioned" => !options.IsServerless,
                "HasSubnetGroup" => !options.IsServerless && options.Subnets.Count > 0,
                var unknown => throw new InvalidOperationException($"the condition {unknown} of the template is not known"),
            })
            .Select(found => (found.Groups["name"].Value, found.Groups["type"].Value));
    }

    [GeneratedRegex(@"\n  (?<name>\w+):\r?\n    Type: (?<type>\S+)(\r?\n    Condition: (?<condition>\w+))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Resource();
}
