namespace Starlift.Sql.Meaning.Catalogues;

/// <summary>Settings of a session that change what a statement means; each has the name of Redshift's parameter.</summary>
public sealed record SessionSettings
{
    /// <summary>As a new session has them.</summary>
    public static SessionSettings Default { get; } = new();

    /// <summary>enable_case_sensitive_identifier: quoted names and attributes keep their case.</summary>
    public bool CaseSensitiveIdentifier { get; init; }

    /// <summary>enable_case_sensitive_super_attribute: all attributes of SUPER values keep their case.</summary>
    public bool CaseSensitiveSuperAttribute { get; init; }

    /// <summary>describe_field_name_in_uppercase: results have the names of their columns in upper case.</summary>
    public bool UppercaseFieldNames { get; init; }
}
