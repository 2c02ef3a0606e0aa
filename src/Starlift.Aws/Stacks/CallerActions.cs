namespace Starlift.Aws.Stacks;

/// <summary>
/// One statement of the policy that who calls starlift up, status, extend, pause, resume and down needs. CloudFormation acts with the
/// caller's rights, so what its handlers of these resources call is among them (their schemas, "handlers"; AWS Service Authorization Reference).
/// </summary>
/// <param name="Sid">What it is for.</param>
/// <param name="Actions">In alphabetical order.</param>
/// <param name="Resources">ARNs; ${partition}, ${region} and ${account} are filled in by who prints them, ${stack} with CloudFormation's name.</param>
public sealed record CallerActions(string Sid, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources)
{
    /// <summary>A key that must have one of these values, with ${stack} filled in; null for none.</summary>
    public (string Key, IReadOnlyList<string> Values)? Condition { get; init; }

    static (string Key, IReadOnlyList<string> Values) BearsTheTag { get; } = ($"aws:ResourceTag/{StackParameters.StackTag}", ["${stack}"]);

    static IReadOnlyList<string> Serverless { get; } =
        ["arn:${partition}:redshift-serverless:${region}:${account}:namespace/*", "arn:${partition}:redshift-serverless:${region}:${account}:workgroup/*"];

    /// <summary>All of them.</summary>
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
            "ChangeSets",
            ["cloudformation:DeleteChangeSet", "cloudformation:DescribeChangeSet", "cloudformation:ExecuteChangeSet"],
            ["arn:${partition}:cloudformation:${region}:${account}:changeSet/starlift-*/*"]),
        new(
            "Roles",
            [
                "iam:CreateRole", "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy", "iam:GetRole", "iam:GetRolePolicy",
                "iam:ListAttachedRolePolicies", "iam:ListInstanceProfilesForRole", "iam:ListRolePolicies", "iam:PutRolePolicy", "iam:TagRole",
                "iam:UntagRole", "iam:UpdateAssumeRolePolicy",
            ],
            ["arn:${partition}:iam::${account}:role/starlift/${stack}-*"]),
        new("PassRoles", ["iam:PassRole"], ["arn:${partition}:iam::${account}:role/starlift/${stack}-*"])
        {
            Condition = ("iam:PassedToService", ["cloudformation.amazonaws.com", "redshift-serverless.amazonaws.com", "redshift.amazonaws.com", "scheduler.amazonaws.com"]),
        },
        // Redshift makes it in an account that never had a warehouse.
        new(
            "RoleOfRedshift",
            ["iam:CreateServiceLinkedRole"],
            ["arn:${partition}:iam::${account}:role/aws-service-role/redshift.amazonaws.com/AWSServiceRoleForRedshift"])
        {
            Condition = ("iam:AWSServiceName", ["redshift.amazonaws.com"]),
        },
        new(
            "Bucket",
            [
                "s3:CreateBucket", "s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:GetBucketOwnershipControls",
                "s3:GetBucketPolicy", "s3:GetBucketPublicAccessBlock", "s3:GetBucketTagging", "s3:GetEncryptionConfiguration", "s3:GetLifecycleConfiguration",
                "s3:ListBucket", "s3:ListBucketVersions", "s3:ListTagsForResource", "s3:PutBucketOwnershipControls", "s3:PutBucketPolicy",
                "s3:PutBucketPublicAccessBlock", "s3:PutBucketTagging", "s3:PutEncryptionConfiguration", "s3:PutLifecycleConfiguration",
                "s3:TagResource", "s3:UntagResource",
            ],
            ["arn:${partition}:s3:::${stack}-bucket-*"]),
        // The bucket's name ends with letters of CloudFormation's.
        new(
            "EmptyBucket",
            ["s3:DeleteObject", "s3:DeleteObjectVersion"],
            ["arn:${partition}:s3:::${stack}-bucket-*/*"]),
        new(
            "Switch",
            ["scheduler:CreateSchedule", "scheduler:DeleteSchedule", "scheduler:GetSchedule", "scheduler:UpdateSchedule"],
            ["arn:${partition}:scheduler:${region}:${account}:schedule/default/${stack}"]),
        new(
            "Cluster",
            [
                "redshift:CreateCluster", "redshift:CreateClusterParameterGroup", "redshift:CreateClusterSubnetGroup", "redshift:CreateTags",
                "redshift:DeleteCluster", "redshift:DeleteClusterParameterGroup", "redshift:DeleteClusterSubnetGroup", "redshift:DeleteTags",
                "redshift:ModifyCluster", "redshift:ModifyClusterIamRoles", "redshift:ModifyClusterParameterGroup", "redshift:ModifyClusterSubnetGroup",
                "redshift:PauseCluster", "redshift:RebootCluster", "redshift:ResizeCluster", "redshift:ResumeCluster",
            ],
            [
                "arn:${partition}:redshift:${region}:${account}:cluster:${stack}",
                "arn:${partition}:redshift:${region}:${account}:parametergroup:${stack}",
                "arn:${partition}:redshift:${region}:${account}:subnetgroup:${stack}*",
            ]),
        new(
            "NamespacePolicy",
            ["redshift:DeleteResourcePolicy", "redshift:GetResourcePolicy"],
            ["arn:${partition}:redshift:${region}:${account}:namespace:*", "arn:${partition}:redshift-serverless:${region}:${account}:namespace/*"]),
        new(
            "CreateServerless",
            ["redshift-serverless:CreateNamespace", "redshift-serverless:CreateWorkgroup", "redshift-serverless:TagResource", "redshift-serverless:UntagResource"],
            Serverless),
        new(
            "Serverless",
            [
                "redshift-serverless:DeleteNamespace", "redshift-serverless:DeleteWorkgroup", "redshift-serverless:UpdateNamespace",
                "redshift-serverless:UpdateWorkgroup",
            ],
            Serverless)
        {
            Condition = BearsTheTag,
        },
        new(
            "Limits",
            ["redshift-serverless:CreateUsageLimit", "redshift-serverless:ListUsageLimits", "redshift-serverless:UpdateUsageLimit"],
            Serverless),
        new("Receipt", ["redshift-data:ExecuteStatement"], ["arn:${partition}:redshift-serverless:${region}:${account}:workgroup/*"]),
        new("RoleOfRedshiftIsThere", ["iam:GetRole"], ["arn:${partition}:iam::${account}:role/aws-service-role/redshift.amazonaws.com/AWSServiceRoleForRedshift"]),
        new(
            "AdminPassword",
            [
                "secretsmanager:CreateSecret", "secretsmanager:DeleteSecret", "secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue",
                "secretsmanager:RotateSecret", "secretsmanager:TagResource", "secretsmanager:UpdateSecret",
            ],
            ["arn:${partition}:secretsmanager:${region}:${account}:secret:redshift!*"]),
        new("PasswordKey", ["kms:RetireGrant"], ["arn:${partition}:kms:${region}:${account}:key/*"]),
        new(
            "CreateSecurityGroup",
            ["ec2:CreateSecurityGroup", "ec2:CreateTags"],
            ["arn:${partition}:ec2:${region}:${account}:security-group/*", "arn:${partition}:ec2:${region}:${account}:vpc/*"]),
        new(
            "SecurityGroup",
            ["ec2:AuthorizeSecurityGroupIngress", "ec2:DeleteSecurityGroup", "ec2:DeleteTags", "ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress"],
            ["arn:${partition}:ec2:${region}:${account}:security-group/*"])
        {
            Condition = BearsTheTag,
        },
        // These know no resource to be restricted to, or look only.
        new(
            "Look",
            [
                "cloudformation:GetTemplateSummary", "ec2:DescribeAccountAttributes", "ec2:DescribeAddresses", "ec2:DescribeAvailabilityZones",
                "ec2:DescribeInstances", "ec2:DescribeInternetGateways", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroupRules",
                "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcAttribute", "ec2:DescribeVpcBlockPublicAccessOptions", "ec2:DescribeVpcs",
                "iam:ListRoles", "kms:DescribeKey", "redshift-data:DescribeStatement", "redshift-data:GetStatementResult",
                "redshift-serverless:GetNamespace", "redshift-serverless:GetWorkgroup", "redshift-serverless:ListSnapshotCopyConfigurations",
                "redshift-serverless:ListTagsForResource", "redshift:DescribeClusterDbRevisions", "redshift:DescribeClusterParameterGroups",
                "redshift:DescribeClusterParameters", "redshift:DescribeClusterSubnetGroups", "redshift:DescribeClusters",
                "redshift:DescribeLoggingStatus", "redshift:DescribeTags", "secretsmanager:GetRandomPassword", "sts:GetCallerIdentity",
                "tag:GetResources",
            ],
            ["*"]),
    ];
}
