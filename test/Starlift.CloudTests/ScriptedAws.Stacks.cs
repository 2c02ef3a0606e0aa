using System.Xml.Linq;

namespace Starlift.CloudTests;

/// <summary>CloudFormation: change sets, and stacks that are made, changed and deleted.</summary>
sealed partial class ScriptedAws
{
    Answer CreateChangeSet(Dictionary<string, string> form)
    {
        if (!form.ContainsKey("Capabilities.member.1"))
        {
            return AwsEndpoint.Error("InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_IAM]");
        }

        var creates = form["ChangeSetType"] == "CREATE";
        var stack = Live(form["StackName"]);
        if (creates && stack is { Status: not "REVIEW_IN_PROGRESS" })
        {
            return AwsEndpoint.Error("AlreadyExistsException", $"Stack [{form["StackName"]}] already exists");
        }

        if (stack is null)
        {
            stack = new ScriptedStack(form["StackName"], $"arn:{Partition}:cloudformation:{Region}:{Account}");
            stack.Begin("REVIEW_IN_PROGRESS");
            Stacks.Add(stack);
        }

        var id = $"arn:{Partition}:cloudformation:{Region}:{Account}:changeSet/{form["ChangeSetName"]}/1";
        _changeSets[id] = (stack, creates, Parameters(form, stack), Tags(form) ?? [], new ScriptedTemplate(form["TemplateBody"]));
        return Xml("CreateChangeSet", new XElement("Id", id), new XElement("StackId", stack.Id));
    }

    Answer DescribeChangeSet(string id)
    {
        var (stack, creates, parameters, tags, template) = _changeSets[id];
        if (!creates && parameters.All(pair => stack.Parameters.GetValueOrDefault(pair.Key) == pair.Value))
        {
            return Xml("DescribeChangeSet", new XElement("Status", "FAILED"), new XElement("StatusReason", "The submitted information didn't contain changes. Submit different information to create a change set."));
        }

        var changes = creates
            ? Names(parameters).Select(name => (Action: "Add", Name: name, Replaces: "False"))
            : parameters["Kind"] != stack.Parameters["Kind"] ? [(Action: "Modify", Name: parameters["Kind"] == "provisioned" ? "Cluster" : "Workgroup", Replaces: "True")]
            : [.. Touched(stack, template, parameters, tags).Select(name => (Action: "Modify", Name: name, Replaces: "False"))];
        return Xml(
            "DescribeChangeSet",
            new XElement("Status", "CREATE_COMPLETE"),
            new XElement("Changes", changes.Select(change => new XElement("member", new XElement("Type", "Resource"), new XElement(
                "ResourceChange",
                new XElement("Action", change.Action),
                new XElement("LogicalResourceId", change.Name),
                new XElement("ResourceType", ScriptedStack.TypeOf(change.Name)),
                new XElement("Replacement", change.Replaces))))));
    }

    Answer Execute(string id)
    {
        var (stack, creates, parameters, tags, template) = _changeSets[id];
        if (creates)
        {
            stack.Parameters = parameters;
            stack.Tags = tags;
            stack.Template = template;
            Create(stack);
        }
        else
        {
            Change(stack, template, parameters, tags);
        }

        return Xml("ExecuteChangeSet");
    }

    void Create(ScriptedStack stack)
    {
        var names = Names(stack.Parameters);
        var until = FailCreating is { } failing ? Array.IndexOf(names, failing.Resource) : names.Length;
        var steps = names.Take(until).SelectMany(name => Steps("CREATE", name, "COMPLETE"));
        stack.Begin("CREATE_IN_PROGRESS", FailCreating is { } failure
            ?
            [
                .. steps, ("CREATE_IN_PROGRESS", failure.Resource, null), ("CREATE_FAILED", failure.Resource, failure.Reason), ("CREATE_FAILED", "SecurityGroup", "Resource creation cancelled"),
                ("ROLLBACK_IN_PROGRESS", stack.Name, $"The following resource(s) failed to create: [{failure.Resource}]."), ("DELETE_COMPLETE", "Bucket", null), ("ROLLBACK_COMPLETE", stack.Name, null),
            ]
            : [.. steps, ("CREATE_COMPLETE", stack.Name, null)]);
    }

    /// <summary>The resources whose properties differ; all of them where the stack's tags do, because CloudFormation puts those on each.</summary>
    static IReadOnlyList<string> Touched(ScriptedStack stack, ScriptedTemplate template, Dictionary<string, string> parameters, Dictionary<string, string> tags)
    {
        var changed = parameters.Where(pair => stack.Parameters.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => pair.Key).ToHashSet();
        var all = tags.Count != stack.Tags.Count || tags.Any(tag => stack.Tags.GetValueOrDefault(tag.Key) != tag.Value);
        return [.. stack.Resources.Where(name => all || template.ParametersOf(name).Overlaps(changed))];
    }

    void Change(ScriptedStack stack, ScriptedTemplate template, Dictionary<string, string> parameters, Dictionary<string, string> tags)
    {
        var touched = Touched(stack, template, parameters, tags);
        var settings = new[] { "BaseCapacity", "MaxCapacity", "Public", "SubnetIds", "VpcId" }.Count(key => parameters[key] != stack.Parameters[key]);
        if (touched.Contains("Cluster") && ClusterStatus == "paused")
        {
            stack.Begin(
                "UPDATE_IN_PROGRESS",
                ("UPDATE_FAILED", "Cluster", "You can't modify a cluster that is paused."), ("UPDATE_ROLLBACK_IN_PROGRESS", stack.Name, null),
                ("UPDATE_FAILED", "Cluster", "You can't modify a cluster that is paused."), ("UPDATE_ROLLBACK_FAILED", stack.Name, null));
            return;
        }

        var failing = (UpdatesBeforeFailure-- > 0 ? null : FailUpdating) ?? (touched.Contains("Workgroup") && parameters["Kind"] == stack.Parameters["Kind"] && settings > 1
            ? ("Workgroup", "You can't update multiple parameters in one request.") : null);
        if (failing is { } failure)
        {
            stack.Begin("UPDATE_IN_PROGRESS", ("UPDATE_FAILED", failure.Resource, failure.Reason), ("UPDATE_ROLLBACK_IN_PROGRESS", stack.Name, null), ("UPDATE_ROLLBACK_COMPLETE", stack.Name, null));
            return;
        }

        IReadOnlyList<string> names = parameters["Kind"] == stack.Parameters["Kind"] ? touched : [parameters["Kind"] == "provisioned" ? "Cluster" : "Workgroup"];
        (stack.Parameters, stack.Tags, stack.Template) = (parameters, tags, template);
        stack.Begin("UPDATE_IN_PROGRESS", [.. names.SelectMany(name => Steps("UPDATE", name, "COMPLETE")), ("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", stack.Name, null), ("UPDATE_COMPLETE", stack.Name, null)]);
    }

    Answer Update(Dictionary<string, string> form)
    {
        var stack = Find(form["StackName"])!;
        Change(stack, stack.Template!, Parameters(form, stack), Tags(form) ?? stack.Tags);
        return Xml("UpdateStack", new XElement("StackId", stack.Id));
    }

    Answer Cancel(string name)
    {
        Find(name)!.Begin("UPDATE_ROLLBACK_IN_PROGRESS", ("UPDATE_ROLLBACK_COMPLETE", Find(name)!.Name, null));
        Held = null;
        return Xml("CancelUpdateStack");
    }

    Answer Delete(string name)
    {
        if (Find(name) is not { } stack || stack.Status == "DELETE_COMPLETE")
        {
            return Xml("DeleteStack");
        }

        if (stack.Status.StartsWith("UPDATE", StringComparison.Ordinal) && stack.Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal))
        {
            return AwsEndpoint.Error("ValidationError", $"Stack [{name}] cannot be deleted while in status {stack.Status}");
        }

        if (stack.Status == "DELETE_FAILED" && DeletionRoleIsGone)
        {
            return AwsEndpoint.Error("ValidationError", $"Role arn:{Partition}:iam::{Account}:role/starlift/x is invalid or cannot be assumed");
        }

        if (stack.Status == "REVIEW_IN_PROGRESS")
        {
            stack.Status = "DELETE_COMPLETE";
            return Xml("DeleteStack");
        }

        Held = null;
        var deleted = Enumerable.Reverse(stack.Resources).Where(resource => resource is not ("Bucket" or "DeletionRole")).ToList();
        stack.Begin("DELETE_IN_PROGRESS", FailDeleting is { } failing && stack.Resources.Contains(failing.Resource)
            ? [("DELETE_FAILED", failing.Resource, failing.Reason), ("DELETE_FAILED", stack.Name, $"The following resource(s) failed to delete: [{failing.Resource}].")]
            : [.. deleted.SelectMany(resource => Steps("DELETE", resource, "COMPLETE")), ("DELETE_SKIPPED", "Bucket", null), ("DELETE_COMPLETE", stack.Name, null)]);
        return Xml("DeleteStack");
    }
}
