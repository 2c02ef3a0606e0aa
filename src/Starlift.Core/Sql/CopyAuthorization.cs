namespace Starlift.Sql;

/// <summary>How a COPY proves who it is. Only the kind is kept: what it states may be a secret.</summary>
public enum CopyAuthorization
{
    /// <summary>Nothing stated, which Redshift refuses and the other warehouses don't need.</summary>
    None,

    /// <summary>IAM_ROLE 'arn', also as a CREDENTIALS string.</summary>
    Role,

    /// <summary>IAM_ROLE default.</summary>
    DefaultRole,

    /// <summary>ACCESS_KEY_ID and SECRET_ACCESS_KEY, also as a CREDENTIALS string.</summary>
    Keys,
}
