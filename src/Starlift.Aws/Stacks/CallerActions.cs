namespace Starlift.Aws.Stacks;

/// <summary>One statement of the policy that who calls starlift up, status, extend, pause, resume and down needs.</summary>
/// <param name="Sid">What it is for.</param>
/// <param name="Actions">In alphabetical order.</param>
/// <param name="Resources">ARNs; ${region} and ${account} are filled in by who prints them, ${stack} with CloudFormation's name.</param>
/// <param name="RequiredTag">Resources must bear the stack's tag.</param>
public sealed record CallerActions(string Sid, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources, bool RequiredTag = false)
{
    /// <summary>All of them. CloudFormation acts with the caller's rights.</summary>
    public static IReadOnlyList<CallerActions> ForUp { get; } =
    [
        new(
            "Stack",
            [
                "cloudformation:CancelUpdateStack", "cloudformation:CreateChangeSet", "cloudformation:DeleteChangeSet", "cloudformation:DeleteStack",
                "cloudformation:DescribeChangeSet", "cloudformation:DescribeStackEvents", "cloudformation:DescribeStackResources",
                "cloudformation:DescribeStacks", "cloudformation:ExecuteChangeSet", "cloudformation:TagResource", "cloudformation:UpdateStack",
            ],
            ["arn:${partition}:cloudformation:${region}:${account}:stack/${stack}/*"]),
        new(
            "Roles",
            [
                "iam:CreateRole", "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies",
                "iam:ListInstanceProfilesForRole", "iam:ListRolePolicies", "iam:PassRole", "iam:PutRolePolicy", "iam:TagRole", "iam:UntagRole",
                "iam:UpdateAssumeRolePolicy",
            ],
            ["arn:${partition}:iam::${account}:role/starlift/${stack}-*"]),
        new("FindRoles", ["iam:ListRoles"], ["arn:${partition}:iam::${account}:role/starlift/*"]),
        new(
            "Bucket",
            [
                "s3:CreateBucket", "s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:GetBucketPolicy",
                "s3:GetBucketTagging", "s3:ListBucket", "s3:ListBucketVersions", "s3:PutBucketOwnershipControls", "s3:PutBucketPolicy",
                "s3:PutBucketPublicAccessBlock", "s3:PutBucketTagging", "s3:PutEncryptionConfiguration", "s3:PutLifecycleConfiguration",
            ],
            ["arn:${partition}:s3:::${stack}-*"]),
        new(
            "Switch",
            ["scheduler:CreateSchedule", "scheduler:DeleteSchedule", "scheduler:GetSchedule", "scheduler:UpdateSchedule"],
            ["arn:${partition}:scheduler:${region}:${account}:schedule/default/${stack}"]),
        new(
            "Cluster",
            [
                "redshift:CreateCluster", "redshift:CreateClusterParameterGroup", "redshift:CreateClusterSubnetGroup", "redshift:CreateTags",
                "redshift:DeleteCluster", "redshift:DeleteClusterParameterGroup", "redshift:DeleteClusterSubnetGroup", "redshift:DeleteTags",
                "redshift:ModifyCluster", "redshift:ModifyClusterIamRoles", "redshift:ModifyClusterParameterGroup", "redshift:PauseCluster",
                "redshift:ResumeCluster",
            ],
            [
                "arn:${partition}:redshift:${region}:${account}:cluster:${stack}",
                "arn:${partition}:redshift:${region}:${account}:parametergroup:${stack}",
                "arn:${partition}:redshift:${region}:${account}:subnetgroup:${stack}*",
            ]),
        new(
            "CreateServerless",
            ["redshift-serverless:CreateNamespace", "redshift-serverless:CreateWorkgroup", "redshift-serverless:TagResource", "redshift-serverless:UntagResource"],
            ["arn:${partition}:redshift-serverless:${region}:${account}:namespace/*", "arn:${partition}:redshift-serverless:${region}:${account}:workgroup/*"]),
        new(
            "Serverless",
            [
                "redshift-serverless:DeleteNamespace", "redshift-serverless:DeleteWorkgroup", "redshift-serverless:UpdateNamespace",
                "redshift-serverless:UpdateWorkgroup",
            ],
            ["arn:${partition}:redshift-serverless:${region}:${account}:namespace/*", "arn:${partition}:redshift-serverless:${region}:${account}:workgroup/*"],
            RequiredTag: true),
        new(
            "AdminPassword",
            [
                "secretsmanager:CreateSecret", "secretsmanager:DeleteSecret", "secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue",
                "secretsmanager:RotateSecret",
                "secretsmanager:TagResource", "secretsmanager:UpdateSecret",
            ],
            ["arn:${partition}:secretsmanager:${region}:${account}:secret:redshift!*"]),
        new(
            "CreateSecurityGroup",
            ["ec2:CreateSecurityGroup", "ec2:CreateTags"],
            ["arn:${partition}:ec2:${region}:${account}:security-group/*", "arn:${partition}:ec2:${region}:${account}:vpc/*"]),
        new(
            "SecurityGroup",
            ["ec2:AuthorizeSecurityGroupIngress", "ec2:DeleteSecurityGroup", "ec2:DeleteTags", "ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress"],
            ["arn:${partition}:ec2:${region}:${account}:security-group/*"],
            RequiredTag: true),
        new(
            "Look",
            [
                "cloudformation:GetTemplateSummary", "ec2:DescribeAccountAttributes", "ec2:DescribeAddresses", "ec2:DescribeAvailabilityZones",
                "ec2:DescribeInternetGateways", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcAttribute", "ec2:DescribeVpcs",
                "redshift-serverless:GetNamespace", "redshift-serverless:GetWorkgroup", "redshift-serverless:ListTagsForResource",
                "redshift:DescribeClusterParameterGroups", "redshift:DescribeClusterParameters", "redshift:DescribeClusterSubnetGroups",
                "redshift:DescribeClusters", "redshift:DescribeTags", "secretsmanager:GetRandomPassword", "sts:GetCallerIdentity", "tag:GetResources",
            ],
            ["*"]),
    ];
}
