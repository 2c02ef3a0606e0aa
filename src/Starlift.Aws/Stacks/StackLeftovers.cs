using System.Net;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.S3.Model;
using Starlift.Errors;

namespace Starlift.Aws.Stacks;

/// <summary>
/// What outlives a stack: its bucket, which CloudFormation can't empty, and the role that deletes it. And the proof that there is
/// nothing else.
/// </summary>
public sealed partial class StackLeftovers
{
    const int MostChecks = 24;

    readonly string _stack;
    readonly StackApis _apis;
    readonly TimeSpan _poll;

    internal StackLeftovers(string stack, StackApis apis, TimeSpan poll)
    {
        _stack = stack;
        _apis = apis;
        _poll = poll;
    }

    /// <summary>Empties and deletes buckets and roles of the stack. Those that are gone are no failure.</summary>
    /// <returns>What was removed, "bucket x".</returns>
    public async Task<IReadOnlyList<string>> RemoveAsync(CancellationToken cancellationToken)
    {
        var removed = new List<string>();
        foreach (var bucket in (await TaggedAsync(cancellationToken)).Select(BucketOf).OfType<string>())
        {
            if (await RemoveBucketAsync(bucket, cancellationToken))
            {
                removed.Add($"bucket {bucket}");
            }
        }

        foreach (var role in await RolesAsync(cancellationToken))
        {
            await _apis.Iam.DeleteRoleAsync(role, cancellationToken);
            removed.Add($"role {role}");
        }

        return removed;
    }

    /// <summary>What bears the stack's tag, or its name where there are no tags to search by. The stack itself is left out.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var arn in await TaggedAsync(cancellationToken))
        {
            if (await ExistsAsync(arn, cancellationToken))
            {
                found.Add(arn);
            }
        }

        found.AddRange((await RolesAsync(cancellationToken)).Select(role => $"role {role}"));
        return found;
    }

    /// <summary>As <see cref="FindAsync"/>, but waits a while for AWS to forget what was deleted.</summary>
    public async Task<IReadOnlyList<string>> ProveGoneAsync(CancellationToken cancellationToken)
    {
        for (var check = 1; ; check++)
        {
            var found = await FindAsync(cancellationToken);
            if (found.Count == 0 || check == MostChecks)
            {
                return found;
            }

            await Task.Delay(_poll, cancellationToken);
        }
    }

    async Task<List<string>> TaggedAsync(CancellationToken cancellationToken) =>
    [
        .. (await _apis.Tagging.GetResourcesAsync(StackParameters.StackTag, _stack, cancellationToken))
            .Where(arn => !arn.Contains(":cloudformation:", StringComparison.Ordinal)),
    ];

    // CloudFormation makes the names of roles of the stack's, the template's and some letters.
    async Task<List<string>> RolesAsync(CancellationToken cancellationToken)
    {
        var names = await _apis.Iam.ListRolesAsync("/starlift/", cancellationToken);
        return [.. names.Where(name => RoleSuffix().Match(name) is { Success: true } suffix && name[..suffix.Index] == _stack)];
    }

    // The index of tags lags behind; what costs money is asked for itself.
    async Task<bool> ExistsAsync(string arn, CancellationToken cancellationToken) =>
        BucketOf(arn) is { } bucket ? await BucketExistsAsync(bucket, cancellationToken)
            : arn.Contains(":redshift-serverless:", StringComparison.Ordinal) && arn.Contains(":workgroup/", StringComparison.Ordinal)
                ? await _apis.RedshiftServerless.HasWorkgroupAsync(_stack, cancellationToken)
            : !arn.Contains(":redshift:", StringComparison.Ordinal) || !arn.Contains(":cluster:", StringComparison.Ordinal)
                || await _apis.Redshift.ClusterStatusAsync(_stack, cancellationToken) is not null;

    async Task<bool> BucketExistsAsync(string bucket, CancellationToken cancellationToken)
    {
        try
        {
            await _apis.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, MaxKeys = 1 }, cancellationToken);
            return true;
        }
        catch (AmazonServiceException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
        catch (AmazonServiceException e)
        {
            throw Refused(bucket, e);
        }
    }

    async Task<bool> RemoveBucketAsync(string bucket, CancellationToken cancellationToken)
    {
        try
        {
            await EmptyAsync(bucket, cancellationToken);
            await _apis.S3.DeleteBucketAsync(bucket, cancellationToken);
            return true;
        }
        catch (AmazonServiceException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
        catch (AmazonServiceException e)
        {
            throw Refused(bucket, e);
        }
    }

    async Task EmptyAsync(string bucket, CancellationToken cancellationToken)
    {
        while (await _apis.S3.ListVersionsAsync(bucket, cancellationToken) is { Versions: { Count: > 0 } versions })
        {
            var request = new DeleteObjectsRequest
            {
                BucketName = bucket,
                Objects = [.. versions.Select(version => new KeyVersion { Key = version.Key, VersionId = version.VersionId is "null" ? null : version.VersionId })],
                Quiet = true,
            };
            await _apis.S3.DeleteObjectsAsync(request, cancellationToken);
        }
    }

    static StarliftException Refused(string bucket, AmazonServiceException error) => new(
        ExitCode.Access, new Problem($"S3 answered {(int)error.StatusCode} {error.ErrorCode} for the bucket {bucket}", Hint: "starlift down again when that is mended"), error);

    static string? BucketOf(string arn) => arn.Split(":s3:::") is [_, var bucket] ? bucket : null;

    [GeneratedRegex("-(CopyRole|DeletionRole|SwitchRole)-[A-Za-z0-9]+$")]
    private static partial Regex RoleSuffix();
}
