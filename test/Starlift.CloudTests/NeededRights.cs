using System.Text.Json.Nodes;
using System.Web;

namespace Starlift.CloudTests;

/// <summary>Which rights a captured call needs.</summary>
/// <param name="aws">Where it came.</param>
/// <param name="stack">CloudFormation's name of the stack, which its resources bear as a tag.</param>
/// <param name="sessionPlaces">Where each session of the Data API is: the parameters of its first statement.</param>
sealed class NeededRights(ScriptedAws aws, string stack, IReadOnlyDictionary<string, JsonObject> sessionPlaces)
{
    const string Id = "1a2b3c4d-0000-1111-2222-333344445555";

    Dictionary<string, string> Tagged => new() { ["aws:ResourceTag/starlift:stack"] = stack };

    /// <summary>None where everybody may.</summary>
    public IEnumerable<NeededRight> Of(CapturedCall call) => call.Service switch
    {
        "sts" => [],
        "s3" => OfS3(call),
        "cloudformation" => OfCloudFormation(call),
        "iam" when call.Action == "ListRoles" => [new("iam:ListRoles", "*")],
        "iam" when call.Action == "GetRole" => [new("iam:GetRole", Arn("iam", $"role/{(call.Form["RoleName"].StartsWith("AWSServiceRole", StringComparison.Ordinal) ? "aws-service-role/redshift.amazonaws.com/" : "")}{call.Form["RoleName"]}", region: ""))],
        "iam" => [new($"iam:{call.Action}", Arn("iam", $"role/starlift/{call.Form["RoleName"]}", region: ""))],
        "redshift" => OfRedshift(call),
        "redshift-serverless" => [new($"redshift-serverless:{call.Action}", Arn("redshift-serverless", $"{(call.Action.Contains("Namespace", StringComparison.Ordinal) ? "namespace" : "workgroup")}/{Id}")) { Context = Tagged }],
        "redshift-data" => OfDataApi(call),
        "secretsmanager" => [new($"secretsmanager:{call.Action}", (string)call.Json!["SecretId"]!)],
        "tagging" => [new($"tag:{call.Action}", "*")],
        _ => [new($"{call.Service}:{call.Action}", "*")],
    };

    IEnumerable<NeededRight> OfCloudFormation(CapturedCall call)
    {
        var named = call.Form.GetValueOrDefault("ChangeSetName") is { } changeSet && changeSet.StartsWith("arn:", StringComparison.Ordinal) ? changeSet : call.Form["StackName"];
        var arn = named.StartsWith("arn:", StringComparison.Ordinal) ? named : Arn("cloudformation", $"stack/{named}/{Id}");
        yield return new NeededRight($"cloudformation:{call.Action}", arn);
        if (call.Form.ContainsKey("Tags.member.1.Key"))
        {
            yield return new NeededRight("cloudformation:TagResource", arn);
        }
    }

    IEnumerable<NeededRight> OfRedshift(CapturedCall call) => call.Action switch
    {
        "PauseCluster" or "ResumeCluster" or "DeleteCluster" => [new($"redshift:{call.Action}", Arn("redshift", $"cluster:{call.Form["ClusterIdentifier"]}"))],
        "GetClusterCredentialsWithIAM" => [new($"redshift:{call.Action}", Arn("redshift", $"dbname:{call.Form["ClusterIdentifier"]}/{call.Form["DbName"]}"))],
        _ => [new($"redshift:{call.Action}", "*")],
    };

    IEnumerable<NeededRight> OfDataApi(CapturedCall call) => call.Action switch
    {
        "ExecuteStatement" or "BatchExecuteStatement" => OfWarehouse($"redshift-data:{call.Action}", PlaceOf(call.Json!)),
        _ => [new($"redshift-data:{call.Action}", "*")],
    };

    /// <summary>A session's warehouse is that of the statement that began it.</summary>
    JsonObject PlaceOf(JsonObject parameters) => parameters["SessionId"] is { } session ? sessionPlaces[(string)session!] : parameters;

    /// <summary>The statement itself, and the login that the Data API gets with the caller's rights ("Configuring IAM permissions").</summary>
    IEnumerable<NeededRight> OfWarehouse(string action, JsonObject place)
    {
        var cluster = (string?)place["ClusterIdentifier"];
        yield return new NeededRight(action, cluster is null ? Arn("redshift-serverless", $"workgroup/{Id}") : Arn("redshift", $"cluster:{cluster}"));
        yield return (string?)place["SecretArn"] is { } secret ? new NeededRight("secretsmanager:GetSecretValue", secret.StartsWith("arn:", StringComparison.Ordinal) ? secret : Arn("secretsmanager", $"secret:{secret}-a1B2c3"))
            : cluster is null ? new NeededRight("redshift-serverless:GetCredentials", Arn("redshift-serverless", $"workgroup/{Id}"))
            : (string?)place["DbUser"] is { } user ? new NeededRight("redshift:GetClusterCredentials", Arn("redshift", $"dbuser:{cluster}/{user}"))
            : new NeededRight("redshift:GetClusterCredentialsWithIAM", Arn("redshift", $"dbname:{cluster}/{place["Database"]}"));
    }

    IEnumerable<NeededRight> OfS3(CapturedCall call)
    {
        var path = Uri.UnescapeDataString(call.Url.AbsolutePath).TrimStart('/').Split('/', 2);
        var bucket = $"arn:{aws.Partition}:s3:::{path[0]}";
        var query = HttpUtility.ParseQueryString(call.Url.Query);
        if (path.Length == 2 && path[1].Length > 0)
        {
            return [new($"s3:{(call.Method is "PUT" ? "PutObject" : call.Method is "DELETE" ? "DeleteObject" : "GetObject")}", $"{bucket}/{path[1]}")];
        }

        return call.Method switch
        {
            "DELETE" => [new("s3:DeleteBucket", bucket)],
            "POST" => [new("s3:DeleteObject", $"{bucket}/manifests/1.json")],
            // S3 tells the region in its refusal too, and that is all that is asked for.
            "HEAD" => [],
            _ when call.Url.Query.Contains("versions", StringComparison.Ordinal) => [new("s3:ListBucketVersions", bucket)],
            _ => [new("s3:ListBucket", bucket) { Context = new Dictionary<string, string> { ["s3:prefix"] = query["prefix"] ?? "" } }],
        };
    }

    string Arn(string service, string resource, string? region = null) => $"arn:{aws.Partition}:{service}:{region ?? aws.Region}:{ScriptedAws.Account}:{resource}";
}
