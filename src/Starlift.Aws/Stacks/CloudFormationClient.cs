using System.Globalization;
using System.Xml.Linq;
using Starlift.Aws.Apis;
using Starlift.Errors;

namespace Starlift.Aws.Stacks;

/// <summary>What Starlift needs of AWS CloudFormation (API reference, version 2010-05-15), as AmazonCloudFormationClient has it. Thread-safe.</summary>
sealed class CloudFormationClient(AwsApi api) : IDisposable
{
    const string Version = "2010-05-15";

    /// <param name="stack">Its name, or its ARN, which finds deleted ones too.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null where there is none.</returns>
    public async Task<StackDescription?> DescribeStackAsync(string stack, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.QueryAsync(Version, "DescribeStacks", [("StackName", stack)], cancellationToken);
            return Members(answer, "Stacks").Select(Stack).FirstOrDefault();
        }
        catch (StarliftException e) when (MeansNoStack(e))
        {
            return null;
        }
    }

    /// <summary>Newest first, as far back as an event that is known.</summary>
    public async Task<IReadOnlyList<StackEvent>> DescribeStackEventsAsync(string stackId, string? knownEvent, CancellationToken cancellationToken)
    {
        var events = new List<StackEvent>();
        string? next = null;
        do
        {
            var answer = await api.QueryAsync(Version, "DescribeStackEvents", [("StackName", stackId), ("NextToken", next)], cancellationToken);
            foreach (var found in Members(answer, "StackEvents").Select(Event))
            {
                if (found.Id == knownEvent)
                {
                    return events;
                }

                events.Add(found);
            }

            next = Text(answer.Descendants("DescribeStackEventsResult").FirstOrDefault(), "NextToken");
        }
        while (next is not null);
        return events;
    }

    public async Task<IReadOnlyList<StackResource>> DescribeStackResourcesAsync(string stackId, CancellationToken cancellationToken)
    {
        var answer = await api.QueryAsync(Version, "DescribeStackResources", [("StackName", stackId)], cancellationToken);
        return [.. Members(answer, "StackResources").Select(member => new StackResource(
            Text(member, "LogicalResourceId")!, Text(member, "PhysicalResourceId"), Text(member, "ResourceType")!, Text(member, "ResourceStatus")!))];
    }

    /// <returns>The ARNs of the change set and of its stack.</returns>
    public async Task<(string Id, string StackId)> CreateChangeSetAsync(
        string stack,
        string name,
        bool creates,
        string template,
        IReadOnlyDictionary<string, string> parameters,
        IReadOnlyDictionary<string, string> tags,
        CancellationToken cancellationToken)
    {
        var answer = await api.QueryAsync(
            Version,
            "CreateChangeSet",
            [
                ("StackName", stack), ("ChangeSetName", name), ("ChangeSetType", creates ? "CREATE" : "UPDATE"), ("TemplateBody", template),
                ("Capabilities.member.1", "CAPABILITY_IAM"), .. Parameters(parameters, []), .. Tags(tags),
            ],
            cancellationToken);
        var result = answer.Descendants("CreateChangeSetResult").First();
        return (Text(result, "Id")!, Text(result, "StackId")!);
    }

    public async Task<ChangeSetState> DescribeChangeSetAsync(string changeSetId, string? next, CancellationToken cancellationToken)
    {
        var answer = await api.QueryAsync(Version, "DescribeChangeSet", [("ChangeSetName", changeSetId), ("NextToken", next)], cancellationToken);
        var result = answer.Descendants("DescribeChangeSetResult").First();
        var changes = Members(answer, "Changes").Select(member => member.Element("ResourceChange")).OfType<XElement>().Select(change => new StackChange(
            Text(change, "Action")!, Text(change, "LogicalResourceId")!, Text(change, "ResourceType")!, Text(change, "Replacement") is "True" or "Conditional"));
        return new ChangeSetState(Text(result, "Status")!, Text(result, "StatusReason"), [.. changes], Text(result, "NextToken"));
    }

    public Task ExecuteChangeSetAsync(string changeSetId, CancellationToken cancellationToken) =>
        api.QueryAsync(Version, "ExecuteChangeSet", [("ChangeSetName", changeSetId)], cancellationToken);

    public Task DeleteChangeSetAsync(string changeSetId, CancellationToken cancellationToken) =>
        api.QueryAsync(Version, "DeleteChangeSet", [("ChangeSetName", changeSetId)], cancellationToken);

    /// <summary>Changes some parameters and leaves the template, the tags and the other parameters as they are.</summary>
    public Task UpdateStackAsync(
        string stackId,
        IReadOnlyDictionary<string, string> parameters,
        IEnumerable<string> unchanged,
        CancellationToken cancellationToken) => api.QueryAsync(
            Version,
            "UpdateStack",
            [
                ("StackName", stackId), ("UsePreviousTemplate", "true"), ("Capabilities.member.1", "CAPABILITY_IAM"),
                .. Parameters(parameters, unchanged),
            ],
            cancellationToken);

    public Task CancelUpdateStackAsync(string stackId, CancellationToken cancellationToken) =>
        api.QueryAsync(Version, "CancelUpdateStack", [("StackName", stackId)], cancellationToken);

    public Task DeleteStackAsync(string stackId, CancellationToken cancellationToken) =>
        api.QueryAsync(Version, "DeleteStack", [("StackName", stackId)], cancellationToken);

    public void Dispose() => api.Dispose();

    static bool MeansNoStack(StarliftException exception) => AwsApiErrors.AnswerOf(exception) is { ErrorCode: "ValidationError" } error
        && error.Message.Contains("does not exist", StringComparison.Ordinal);

    static IEnumerable<(string Name, string? Value)> Parameters(IReadOnlyDictionary<string, string> stated, IEnumerable<string> unchanged)
    {
        var number = 0;
        foreach (var (key, value) in stated)
        {
            number++;
            yield return (string.Create(CultureInfo.InvariantCulture, $"Parameters.member.{number}.ParameterKey"), key);
            yield return (string.Create(CultureInfo.InvariantCulture, $"Parameters.member.{number}.ParameterValue"), value);
        }

        foreach (var key in unchanged)
        {
            number++;
            yield return (string.Create(CultureInfo.InvariantCulture, $"Parameters.member.{number}.ParameterKey"), key);
            yield return (string.Create(CultureInfo.InvariantCulture, $"Parameters.member.{number}.UsePreviousValue"), "true");
        }
    }

    static IEnumerable<(string Name, string? Value)> Tags(IReadOnlyDictionary<string, string> tags) => tags.SelectMany((tag, index) => new[]
    {
        (string.Create(CultureInfo.InvariantCulture, $"Tags.member.{index + 1}.Key"), (string?)tag.Key),
        (string.Create(CultureInfo.InvariantCulture, $"Tags.member.{index + 1}.Value"), tag.Value),
    });

    static StackDescription Stack(XElement member) => new()
    {
        Id = Text(member, "StackId")!,
        Name = Text(member, "StackName")!,
        Status = Text(member, "StackStatus")!,
        Reason = Text(member, "StackStatusReason"),
        Created = Time(Text(member, "CreationTime")!),
        HasDrifted = member.Element("DriftInformation")?.Element("StackDriftStatus")?.Value == "DRIFTED",
        Parameters = Pairs(member, "Parameters", "ParameterKey", "ParameterValue"),
        Outputs = Pairs(member, "Outputs", "OutputKey", "OutputValue"),
    };

    static StackEvent Event(XElement member) => new(
        Text(member, "EventId")!,
        Time(Text(member, "Timestamp")!),
        Text(member, "LogicalResourceId")!,
        Text(member, "PhysicalResourceId"),
        Text(member, "ResourceType")!,
        Text(member, "ResourceStatus")!,
        Text(member, "ResourceStatusReason"));

    static Dictionary<string, string> Pairs(XElement stack, string list, string key, string value) =>
        stack.Element(list)?.Elements("member").ToDictionary(member => Text(member, key)!, member => Text(member, value) ?? "") ?? [];

    static IEnumerable<XElement> Members(XElement answer, string list) =>
        answer.Descendants(list).FirstOrDefault()?.Elements("member") ?? [];

    static string? Text(XElement? element, string name) => element?.Element(name)?.Value is { Length: > 0 } text ? text : null;

    static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
