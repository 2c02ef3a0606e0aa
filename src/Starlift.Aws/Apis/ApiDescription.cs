namespace Starlift.Aws.Apis;

/// <summary>An AWS service that is spoken to without its SDK package.</summary>
/// <param name="ServiceId">As the SDK names it: AWS_ENDPOINT_URL_&lt;SERVICE_ID&gt; is made of it.</param>
/// <param name="EndpointPrefix">The first label of its host name, and the service that signatures are for.</param>
sealed record ApiDescription(string ServiceId, string EndpointPrefix)
{
    static readonly IReadOnlyList<ApiDescription> All =
    [
        new("CloudFormation", "cloudformation"),
        new("IAM", "iam"),
        new("Redshift", "redshift"),
        new("Redshift Serverless", "redshift-serverless"),
        new("Resource Groups Tagging API", "tagging"),
        new("Secrets Manager", "secretsmanager"),
        new("STS", "sts"),
    ];

    /// <summary>The service of that endpoint prefix.</summary>
    public static ApiDescription Of(string service) => All.Single(api => api.EndpointPrefix == service);

    /// <summary>IAM has one address in the whole of AWS.</summary>
    public bool IsGlobal => EndpointPrefix == "iam";
}
