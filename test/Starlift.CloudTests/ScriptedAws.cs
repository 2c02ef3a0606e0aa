using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Starlift.ServedRedshift;

namespace Starlift.CloudTests;

/// <summary>
/// What the scripted endpoint knows of an account: CloudFormation with states that take several questions, events, rollbacks and
/// failures, and as much of S3, IAM, STS, tags and Redshift as Starlift asks for. A test sets what is to go wrong.
/// </summary>
sealed partial class ScriptedAws
{
    public const string Account = "123456789012";
    public const string CallerAddress = "198.51.100.7";
    public const string AdminPassword = "Hidden-admin-password-1";

    static readonly string[] Serverless = ["Bucket", "CopyRole", "SecurityGroup", "DeletionRole", "SwitchRole", "Switch", "Namespace", "Workgroup"];
    static readonly string[] Provisioned = ["Bucket", "CopyRole", "SecurityGroup", "DeletionRole", "SwitchRole", "Switch", "ParameterGroup", "Cluster"];

    readonly Dictionary<string, (ScriptedStack Stack, bool Creates, Dictionary<string, string> Parameters, Dictionary<string, string> Tags, ScriptedTemplate Template)> _changeSets = [];
    readonly HashSet<string> _roles = [];

    public List<ScriptedStack> Stacks { get; } = [];

    /// <summary>Where everything is asked for and is.</summary>
    public string Region { get; init; } = "us-west-2";

    public ScriptedS3 S3 { get; } = new();

    public IReadOnlyList<string> Buckets => [.. S3.Buckets.Where(bucket => bucket.StartsWith("starlift-", StringComparison.Ordinal))];

    public string Partition => Region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn" : Region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov" : "aws";

    /// <summary>ARNs that bear the tag besides those of stacks.</summary>
    public List<string> OtherTagged { get; } = [];

    /// <summary>The resource that is never done.</summary>
    public string? Held { get; set; }

    public (string Resource, string Reason)? FailCreating { get; set; }

    public (string Resource, string Reason)? FailUpdating { get; set; }

    /// <summary>How many updates succeed before <see cref="FailUpdating"/> counts.</summary>
    public int UpdatesBeforeFailure { get; set; }

    public (string Resource, string Reason)? FailDeleting { get; set; }

    /// <summary>CloudFormation remembers a role that somebody has deleted.</summary>
    public bool DeletionRoleIsGone { get; set; }

    /// <summary>How many requests are answered with Throttling.</summary>
    public int Throttled { get; set; }

    /// <summary>How many requests are still answered before the token expires; null for ever.</summary>
    public int? AnswersLeft { get; set; }

    public bool DeniesEverything { get; set; }

    /// <summary>Null where the region has none.</summary>
    public string? DefaultVpc { get; set; } = "vpc-0a1b2c3d";

    /// <summary>The zones of its subnets.</summary>
    public IReadOnlyList<string> Zones { get; set; } = ["a", "b"];

    /// <summary>Of VPC Block Public Access.</summary>
    public string BlockMode { get; set; } = "off";

    /// <summary>The caller may not look at VPC Block Public Access.</summary>
    public bool DeniesNetwork { get; set; }

    /// <summary>What SYS_SERVERLESS_USAGE sums up to.</summary>
    public long ChargedSeconds { get; set; } = 1500;

    /// <summary>What the Data API says of statements; null for success.</summary>
    public string? StatementError { get; set; }

    /// <summary>What executes statements that are sent over the Data API; null where only the receipt is asked for.</summary>
    public ScriptedDataApi? DataApi { get; set; }

    /// <summary>Once an answer was lost, all later ones to the same action are.</summary>
    public bool LosesEveryAnswer { get; set; }

    /// <summary>Of answers to this action, how many are lost on their way; what was asked for is done.</summary>
    public (string Action, int Count) LostAnswers { get; set; }

    /// <summary>RPU hours, by the month; null for none.</summary>
    public long? UsageLimit { get; set; }

    public string ClusterStatus { get; set; } = "available";

    /// <summary>Where the warehouse is said to be.</summary>
    public string Host { get; set; } = "localhost";

    /// <summary>Nobody listens there.</summary>
    public int Port { get; set; } = 1;

    /// <summary>The admin's password may not be read, so that a run fails at once; else it goes on trying to connect.</summary>
    public bool RefusesLogin { get; set; } = true;

    string SecretArn => $"arn:{Partition}:secretsmanager:{Region}:{Account}:secret:redshift!x";

    /// <summary>The region that the service takes signatures of: IAM has one in a partition.</summary>
    public string SigningRegionOf(string service) => service != "iam" ? Region : Partition switch
    {
        "aws-cn" => "cn-north-1",
        "aws-us-gov" => "us-gov-west-1",
        _ => "us-east-1",
    };

    /// <summary>The stack of that name that is not deleted.</summary>
    public ScriptedStack? Live(string name) => Stacks.LastOrDefault(stack => stack.Name == name && stack.Status != "DELETE_COMPLETE");

    public (string Code, string Message, int Status)? Refusal()
    {
        if (DeniesEverything)
        {
            return ("AccessDenied", "User: arn:aws:iam::123456789012:user/ada is not authorized to perform this", 403);
        }

        if (AnswersLeft is { } left)
        {
            AnswersLeft = left - 1;
            if (left <= 0)
            {
                return ("ExpiredToken", "The security token included in the request is expired", 403);
            }
        }

        if (Throttled > 0)
        {
            Throttled--;
            return ("Throttling", "Rate exceeded", 400);
        }

        return null;
    }

    public Answer Query(string action, Dictionary<string, string> form) => action switch
    {
        "GetCallerIdentity" => Xml(action, new XElement("Account", Account), new XElement("Arn", $"arn:{Partition}:iam::{Account}:user/ada"), new XElement("UserId", "AIDA")),
        "DescribeStacks" => Described(form["StackName"]),
        "DescribeStackEvents" => Events(form["StackName"]),
        "CreateChangeSet" => CreateChangeSet(form),
        "DescribeChangeSet" => DescribeChangeSet(form["ChangeSetName"]),
        "ExecuteChangeSet" => Execute(form["ChangeSetName"]),
        "DeleteChangeSet" => Xml(action),
        "UpdateStack" => Update(form),
        "CancelUpdateStack" => Cancel(form["StackName"]),
        "DeleteStack" => Delete(form["StackName"]),
        "DescribeClusters" => Clusters(form["ClusterIdentifier"]),
        "DeleteCluster" => DeleteCluster(form["ClusterIdentifier"]),
        "PauseCluster" => Turn(action, "pausing"),
        "ResumeCluster" => Turn(action, "resuming"),
        "DescribeVpcs" => Ec2(action, "vpcSet", DefaultVpc is null ? [] : [new XElement("item", new XElement("vpcId", DefaultVpc))]),
        "DescribeSubnets" => Ec2(action, "subnetSet", [.. Zones.Select(zone => new XElement("item", new XElement("subnetId", "subnet-1"), new XElement("availabilityZone", Region + zone)))]),
        "DescribeVpcBlockPublicAccessOptions" when DeniesNetwork => new Answer(403, "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not authorized to perform this operation.</Message></Error></Errors><RequestID>r</RequestID></Response>"),
        "DescribeVpcBlockPublicAccessOptions" => Ec2(action, "vpcBlockPublicAccessOptions", [new XElement("internetGatewayBlockMode", BlockMode)]),
        "GetRole" => Xml(action, new XElement("Role", new XElement("RoleName", form["RoleName"]))),
        "ListRoles" => Xml(action, new XElement("Roles", _roles.Select(role => new XElement("member", new XElement("RoleName", role)))), new XElement("IsTruncated", "false")),
        "ListRolePolicies" => Xml(action, new XElement("PolicyNames", new XElement("member", "delete-resources"))),
        "DeleteRolePolicy" => Xml(action),
        "DeleteRole" => DeleteRole(form["RoleName"]),
        _ => AwsEndpoint.Error("InvalidAction", $"no action {action}"),
    };

    public Answer Json(string service, string action, JsonObject body) => action switch
    {
        "GetResources" => Json(new JsonObject
        {
            ["PaginationToken"] = "",
            ["ResourceTagMappingList"] = new JsonArray([.. Tagged((string)body["TagFilters"]![0]!["Values"]![0]!).Select(arn => new JsonObject { ["ResourceARN"] = arn })]),
        }),
        "GetNamespace" when !Has("Namespace", body["namespaceName"]) => AwsEndpoint.Error("ResourceNotFoundException", "no such namespace", json: true),
        "GetNamespace" => Json(new JsonObject { ["namespace"] = new JsonObject { ["adminPasswordSecretArn"] = SecretArn } }),
        "DeleteWorkgroup" => Deleted("Workgroup", (string)body["workgroupName"]!),
        "DeleteNamespace" when Has("Workgroup", body["namespaceName"]) => AwsEndpoint.Error("ConflictException", "There is a workgroup", json: true),
        "DeleteNamespace" => Deleted("Namespace", (string)body["namespaceName"]!),
        "GetWorkgroup" when Stacks.Any(stack => stack.Name == (string)body["workgroupName"]! && stack.Resources.Contains("Workgroup")) => Json(new JsonObject { ["workgroup"] = new JsonObject { ["workgroupArn"] = $"arn:{Partition}:redshift-serverless:{Region}:{Account}:workgroup/4a1e" } }),
        "ListUsageLimits" => Json(new JsonObject { ["usageLimits"] = UsageLimit is null ? new JsonArray() : new JsonArray(new JsonObject { ["usageLimitId"] = "1", ["period"] = "monthly" }) }),
        "CreateUsageLimit" or "UpdateUsageLimit" => Limited((long)body["amount"]!),
        "ExecuteStatement" or "DescribeStatement" or "GetStatementResult" or "CancelStatement" when DataApi is not null => OfDataApi(action, body),
        "ExecuteStatement" => Json(new JsonObject { ["Id"] = "1a2b3c4d-0000-1111-2222-333344445555" }),
        "DescribeStatement" => Json(StatementError is { } error ? new JsonObject { ["Status"] = "FAILED", ["Error"] = error } : new JsonObject { ["Status"] = "FINISHED", ["HasResultSet"] = true }),
        "GetStatementResult" => Json(new JsonObject
        {
            ["ColumnMetadata"] = new JsonArray(new JsonObject { ["name"] = "charged_seconds", ["typeName"] = "int8" }),
            ["Records"] = new JsonArray(new JsonArray(new JsonObject { ["longValue"] = ChargedSeconds })),
        }),
        "GetWorkgroup" => AwsEndpoint.Error("ResourceNotFoundException", "no such workgroup", json: true),
        "GetCredentials" => Json(new JsonObject { ["dbUser"] = "IAM:ada", ["dbPassword"] = AdminPassword }),
        "GetSecretValue" when RefusesLogin => AwsEndpoint.Error("AccessDeniedException", "not authorized to read the secret", json: true),
        "GetSecretValue" => Json(new JsonObject { ["SecretString"] = $$"""{"username":"starlift","password":"{{AdminPassword}}"}""" }),
        _ => AwsEndpoint.Error("UnknownOperationException", $"no action {action}", json: true),
    };

    Answer OfDataApi(string action, JsonObject body)
    {
        try
        {
            return Json(DataApi!.Answer(action, body));
        }
        catch (DataApiException e)
        {
            return AwsEndpoint.Error(e.Code, e.Message, json: true);
        }
    }

    Answer Limited(long hours)
    {
        UsageLimit = hours;
        return Json(new JsonObject { ["usageLimit"] = new JsonObject { ["usageLimitId"] = "1" } });
    }

    static Answer Ec2(string action, string list, IEnumerable<XElement> items) => new(200, new XElement($"{action}Response", new XElement("requestId", "r"), new XElement(list, items)).ToString());

    bool Has(string resource, JsonNode? name) => Live((string)name!)?.Resources.Contains(resource) ?? false;

    Answer Deleted(string resource, string name)
    {
        Live(name)!.Resources.Remove(resource);
        return Json([]);
    }

    IEnumerable<string> Tagged(string stack)
    {
        foreach (var bucket in Buckets.Where(bucket => bucket.StartsWith(stack + "-bucket-", StringComparison.Ordinal)))
        {
            yield return $"arn:{Partition}:s3:::{bucket}";
        }

        foreach (var found in Stacks.Where(candidate => candidate.Name == stack))
        {
            yield return found.Id;
            foreach (var resource in found.Resources.Where(resource => resource is "Namespace" or "Workgroup"))
            {
                yield return $"arn:{Partition}:redshift-serverless:{Region}:{Account}:{resource.ToLowerInvariant()}/4a1e";
            }

            foreach (var _ in found.Resources.Where(resource => resource is "Cluster"))
            {
                yield return $"arn:{Partition}:redshift:{Region}:{Account}:cluster:{stack}";
            }
        }

        foreach (var arn in OtherTagged)
        {
            yield return arn;
        }
    }

    ScriptedStack? Find(string nameOrId) => Stacks.FirstOrDefault(stack => stack.Id == nameOrId) ?? Live(nameOrId);

    Answer Described(string nameOrId)
    {
        if (Find(nameOrId) is not { } stack)
        {
            return AwsEndpoint.Error("ValidationError", $"Stack with id {nameOrId} does not exist");
        }

        stack.Step(Held);
        Settle(stack);
        var outputs = stack.Status is "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "UPDATE_ROLLBACK_COMPLETE" or "UPDATE_IN_PROGRESS"
            ? new Dictionary<string, string>
            {
                ["Kind"] = stack.IsServerless ? "serverless" : "provisioned", ["Warehouse"] = stack.Name, ["Host"] = Host, ["Port"] = Port.ToString(CultureInfo.InvariantCulture), ["Database"] = "dev",
                ["RoleArn"] = $"arn:{Partition}:iam::{Account}:role/starlift/{stack.Physical("CopyRole")}", ["Bucket"] = stack.Physical("Bucket"), ["SecretArn"] = stack.IsServerless ? "" : SecretArn, ["ExpiresAt"] = stack.Parameters["ExpiresAt"],
            }
            : [];
        return Xml(
            "DescribeStacks",
            new XElement("Stacks", new XElement(
                "member",
                new XElement("StackId", stack.Id),
                new XElement("StackName", stack.Name),
                new XElement("CreationTime", Time(stack.Created)),
                new XElement("StackStatus", stack.Status),
                stack.Reason is null ? null : new XElement("StackStatusReason", stack.Reason),
                new XElement("DriftInformation", new XElement("StackDriftStatus", stack.Drifted ? "DRIFTED" : "NOT_CHECKED")),
                new XElement("Parameters", stack.Parameters.Select(pair => new XElement("member", new XElement("ParameterKey", pair.Key), new XElement("ParameterValue", pair.Value)))),
                new XElement("Outputs", outputs.Where(pair => pair.Value.Length > 0).Select(pair => new XElement("member", new XElement("OutputKey", pair.Key), new XElement("OutputValue", pair.Value)))))));
    }

    // What exists besides the stack follows it: the bucket and the role that deletes it outlive it.
    void Settle(ScriptedStack stack)
    {
        if (stack.Resources.Contains("Bucket"))
        {
            var bucket = stack.Physical("Bucket");
            if (!Buckets.Contains(bucket))
            {
                S3.Make(bucket, Region);
                S3.Put($"s3://{bucket}/manifests/1.json", "{}");
                S3.Put($"s3://{bucket}/exports/a+b.csv", "a");
            }
        }

        foreach (var role in stack.Resources.Where(resource => resource.EndsWith("Role", StringComparison.Ordinal)))
        {
            _roles.Add(stack.Physical(role));
        }

        if (stack.Status is "DELETE_COMPLETE" or "ROLLBACK_COMPLETE")
        {
            _roles.Remove(stack.Physical("CopyRole"));
            _roles.Remove(stack.Physical("SwitchRole"));
            stack.Resources.Clear();
        }

        if (stack.Status == "ROLLBACK_COMPLETE")
        {
            _roles.Remove(stack.Physical("DeletionRole"));
            S3.Remove(stack.Physical("Bucket"));
        }
    }

    Answer Events(string stackId) => Find(stackId) is not { } stack
        ? AwsEndpoint.Error("ValidationError", $"Stack [{stackId}] does not exist")
        : Xml("DescribeStackEvents", new XElement("StackEvents", Enumerable.Reverse(stack.Events).Select(told => new XElement(
            "member",
            new XElement("EventId", told.Id),
            new XElement("StackId", stack.Id),
            new XElement("Timestamp", Time(stack.Created)),
            new XElement("LogicalResourceId", told.LogicalId),
            new XElement("PhysicalResourceId", stack.Physical(told.LogicalId)),
            new XElement("ResourceType", ScriptedStack.TypeOf(told.LogicalId)),
            new XElement("ResourceStatus", told.Status),
            told.Reason is null ? null : new XElement("ResourceStatusReason", told.Reason)))));

    Answer DeleteRole(string role)
    {
        _roles.Remove(role);
        return Xml("DeleteRole");
    }

    Answer Clusters(string name)
    {
        if (Live(name) is not { } stack || !stack.Resources.Contains("Cluster"))
        {
            return AwsEndpoint.Error("ClusterNotFound", $"Cluster {name} not found.", 404);
        }

        var status = ClusterStatus;
        ClusterStatus = status switch { "pausing" => "paused", "resuming" => "available", _ => status };
        return Xml("DescribeClusters", new XElement("Clusters", new XElement("Cluster", new XElement("ClusterIdentifier", name), new XElement("ClusterStatus", status))));
    }

    Answer DeleteCluster(string name)
    {
        Live(name)!.Resources.Remove("Cluster");
        return Xml("DeleteCluster");
    }

    Answer Turn(string action, string status)
    {
        ClusterStatus = status;
        return Xml(action);
    }

    static Dictionary<string, string> Parameters(Dictionary<string, string> form, ScriptedStack stack) => Enumerable.Range(1, 100)
        .Select(number => $"Parameters.member.{number.ToString(CultureInfo.InvariantCulture)}")
        .TakeWhile(prefix => form.ContainsKey($"{prefix}.ParameterKey"))
        .ToDictionary(
            prefix => form[$"{prefix}.ParameterKey"],
            prefix => form.GetValueOrDefault($"{prefix}.UsePreviousValue") == "true" ? stack.Parameters[form[$"{prefix}.ParameterKey"]] : form[$"{prefix}.ParameterValue"]);

    /// <summary>Null where none are stated: the stack's stay.</summary>
    static Dictionary<string, string>? Tags(Dictionary<string, string> form)
    {
        var tags = Enumerable.Range(1, 50)
            .Select(number => $"Tags.member.{number.ToString(CultureInfo.InvariantCulture)}")
            .TakeWhile(prefix => form.ContainsKey($"{prefix}.Key"))
            .ToDictionary(prefix => form[$"{prefix}.Key"], prefix => form[$"{prefix}.Value"]);
        return tags.Count == 0 ? null : tags;
    }

    static string[] Names(Dictionary<string, string> parameters) => parameters["Kind"] == "provisioned" ? Provisioned : Serverless;

    static IEnumerable<(string Status, string LogicalId, string? Reason)> Steps(string verb, string name, string end) =>
        [($"{verb}_IN_PROGRESS", name, null), ($"{verb}_{end}", name, null)];

    static Answer Xml(string action, params object?[] content)
    {
        XNamespace ns = "http://cloudformation.amazonaws.com/doc/2010-05-15/";
        var root = new XElement(ns + $"{action}Response", new XElement(ns + $"{action}Result", content), new XElement(ns + "ResponseMetadata", new XElement(ns + "RequestId", "r")));
        foreach (var element in root.Descendants())
        {
            element.Name = ns + element.Name.LocalName;
        }

        return new Answer(200, root.ToString());
    }

    static Answer Json(JsonObject body) => new(200, body.ToJsonString(), "application/x-amz-json-1.1");

    static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
