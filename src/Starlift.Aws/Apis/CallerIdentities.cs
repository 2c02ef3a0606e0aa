namespace Starlift.Aws.Apis;

/// <summary>Asks AWS who is calling. Everybody may (AWS STS API: "GetCallerIdentity").</summary>
public static class CallerIdentities
{
    /// <exception cref="Errors.StarliftException">There are no credentials, AWS does not accept them, or it can't be reached.</exception>
    public static async Task<CallerIdentity> GetAsync(AwsApiOptions options, CancellationToken cancellationToken)
    {
        using var api = await AwsApi.OpenAsync("sts", options, cancellationToken);
        var answer = await api.QueryAsync("2011-06-15", "GetCallerIdentity", [], cancellationToken);
        string ValueOf(string name) => answer.Descendants().First(element => element.Name.LocalName == name).Value;
        return new CallerIdentity(ValueOf("Account"), ValueOf("Arn"), api.Region, api.Clock);
    }
}
