using Amazon;

namespace Starlift.Aws.Apis;

/// <summary>An AWS service that is spoken to without its SDK package.</summary>
/// <param name="ServiceId">As the SDK names it: AWS_ENDPOINT_URL_&lt;SERVICE_ID&gt; is made of it.</param>
/// <param name="EndpointPrefix">The first label of its host name, and the service that signatures are for.</param>
sealed record ApiDescription(string ServiceId, string EndpointPrefix)
{
    static readonly IReadOnlyList<ApiDescription> All =
    [
        new("CloudFormation", "cloudformation"),
        new("EC2", "ec2"),
        new("IAM", "iam"),
        new("Redshift", "redshift"),
        new("Redshift Data", "redshift-data"),
        new("Redshift Serverless", "redshift-serverless"),
        new("Resource Groups Tagging API", "tagging"),
        new("Secrets Manager", "secretsmanager"),
        new("STS", "sts"),
    ];

    /// <summary>The service of that endpoint prefix.</summary>
    public static ApiDescription Of(string service) => All.Single(api => api.EndpointPrefix == service);

    /// <summary>AWS's host, and the region that it takes signatures of.</summary>
    /// <param name="region">Where the caller works.</param>
    public (string Host, string SigningRegion) PlaceIn(RegionEndpoint region) => EndpointPrefix == "iam"
        ? IamIn(region)
        : ($"{EndpointPrefix}.{region.SystemName}.{region.PartitionDnsSuffix}", region.SystemName);

    /// <summary>IAM has one address in a partition of AWS, and takes signatures of one region (AWS General Reference: "IAM endpoints and quotas").</summary>
    static (string Host, string SigningRegion) IamIn(RegionEndpoint region) => region.PartitionName switch
    {
        "aws" => ("iam.amazonaws.com", "us-east-1"),
        "aws-cn" => ("iam.cn-north-1.amazonaws.com.cn", "cn-north-1"),
        "aws-us-gov" => ("iam.us-gov.amazonaws.com", "us-gov-west-1"),
        _ => ($"iam.{region.SystemName}.{region.PartitionDnsSuffix}", region.SystemName),
    };
}
