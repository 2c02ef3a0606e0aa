using System.Xml.Linq;
using Starlift.Errors;

namespace Starlift.Aws.Apis;

/// <summary>What Starlift needs of AWS IAM (API reference, version 2010-05-08), as AmazonIdentityManagementServiceClient has it. Thread-safe.</summary>
sealed class IamClient(AwsApi api) : IDisposable
{
    const string Version = "2010-05-08";

    /// <summary>The names of the roles below a path.</summary>
    public async Task<IReadOnlyList<string>> ListRolesAsync(string path, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        string? marker = null;
        do
        {
            var answer = await api.QueryAsync(Version, "ListRoles", [("PathPrefix", path), ("Marker", marker)], cancellationToken);
            names.AddRange(answer.Descendants("RoleName").Select(name => name.Value));
            marker = answer.Descendants("IsTruncated").FirstOrDefault()?.Value == "true" ? answer.Descendants("Marker").First().Value : null;
        }
        while (marker is not null);
        return names;
    }

    /// <summary>Whether there is a role of that name.</summary>
    public async Task<bool> HasRoleAsync(string role, CancellationToken cancellationToken)
    {
        try
        {
            await api.QueryAsync(Version, "GetRole", [("RoleName", role)], cancellationToken);
            return true;
        }
        catch (StarliftException e) when (AwsApiErrors.AnswerOf(e) is { ErrorCode: "NoSuchEntity" })
        {
            return false;
        }
    }

    /// <summary>With its inline policies. One that is gone is no failure.</summary>
    public async Task DeleteRoleAsync(string role, CancellationToken cancellationToken)
    {
        try
        {
            var policies = await api.QueryAsync(Version, "ListRolePolicies", [("RoleName", role)], cancellationToken);
            foreach (var policy in policies.Descendants("PolicyNames").Elements("member").Select(member => member.Value).ToList())
            {
                await api.QueryAsync(Version, "DeleteRolePolicy", [("RoleName", role), ("PolicyName", policy)], cancellationToken);
            }

            await api.QueryAsync(Version, "DeleteRole", [("RoleName", role)], cancellationToken);
        }
        catch (StarliftException e) when (AwsApiErrors.AnswerOf(e) is { ErrorCode: "NoSuchEntity" })
        {
        }
    }

    public void Dispose() => api.Dispose();
}
