using System.Globalization;

namespace Starlift.Aws.Stacks;

/// <summary>
/// The changes of a stack in steps that AWS takes: a workgroup is changed by one setting at a time (Amazon Redshift Serverless API:
/// "UpdateWorkgroup"), and CloudFormation's handler sends all that differ in one request.
/// </summary>
public static class StackSteps
{
    static readonly string[] OfWorkgroup = ["BaseCapacity", "MaxCapacity", "Public", "SubnetIds"];

    /// <summary>The parameters after each step; the last are those wanted.</summary>
    /// <param name="current">Of the stack.</param>
    /// <param name="wanted">What it is to be made with.</param>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Of(IReadOnlyDictionary<string, string> current, IReadOnlyDictionary<string, string> wanted)
    {
        var keepsWorkgroup = current.GetValueOrDefault("Kind") == "serverless" && wanted["Kind"] == "serverless";
        var differing = Ordered(current, wanted).Where(key => current.GetValueOrDefault(key) != wanted[key]).ToList();
        if (!keepsWorkgroup || differing.Count < 2)
        {
            return [wanted];
        }

        var steps = new List<IReadOnlyDictionary<string, string>>();
        for (var step = 1; step <= differing.Count; step++)
        {
            var later = differing.Skip(step).ToHashSet();
            steps.Add(wanted.ToDictionary(pair => pair.Key, pair => later.Contains(pair.Key) ? current[pair.Key] : pair.Value));
        }

        return steps;
    }

    /// <summary>The base is never above the maximum.</summary>
    static IEnumerable<string> Ordered(IReadOnlyDictionary<string, string> current, IReadOnlyDictionary<string, string> wanted) =>
        Number(wanted["BaseCapacity"]) > Number(current.GetValueOrDefault("MaxCapacity", "0")) ? OfWorkgroup.Reverse() : OfWorkgroup;

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
