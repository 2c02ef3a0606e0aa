using System.Collections.Immutable;

namespace Starlift.Sql.Meaning.Catalogues;

/// <summary>The parameters of a session. Immutable: each change gives others.</summary>
public sealed class SessionSettings
{
    readonly ImmutableDictionary<string, string> _set;

    SessionSettings(ImmutableDictionary<string, string> set) => _set = set;

    /// <summary>As a new session has them.</summary>
    public static SessionSettings Default { get; } = new(ImmutableDictionary<string, string>.Empty);

    /// <summary>enable_case_sensitive_identifier: quoted names and attributes keep their case.</summary>
    public bool CaseSensitiveIdentifier => IsOn("enable_case_sensitive_identifier");

    /// <summary>enable_case_sensitive_super_attribute: all attributes of SUPER values keep their case.</summary>
    public bool CaseSensitiveSuperAttribute => IsOn("enable_case_sensitive_super_attribute");

    /// <summary>describe_field_name_in_uppercase: results have the names of their columns in upper case.</summary>
    public bool UppercaseFieldNames => IsOn("describe_field_name_in_uppercase");

    /// <summary>The schemas in which names without one are looked up, in order, whether they are there or not; "$user" is the user's own (Amazon Redshift: "search_path").</summary>
    public IReadOnlyList<string> SearchPath =>
        [.. this["search_path"]!.Split(',').Select(schema => schema.Trim(' ', '"')).Select(schema => schema == "$user" ? OfUser : schema).Where(schema => schema.Length > 0)];

    /// <summary>The value of a parameter; null where there is no such parameter.</summary>
    /// <param name="name">In lower case.</param>
    public string? this[string name] => _set.GetValueOrDefault(name) ?? SessionParameters.DefaultOf(name);

    /// <summary>True where the parameter is switched on.</summary>
    public bool IsOn(string name) => this[name] is { } value && Means(value);

    /// <summary>With another value; of null the default.</summary>
    public SessionSettings With(string name, string? value) => new(value is null ? _set.Remove(name) : _set.SetItem(name, value));

    // the schema of Starlift's own tables is nobody's
    string OfUser => this["session_authorization"] is { } user and not "starlift" ? user : "";

    static bool Means(string value) => value.ToLowerInvariant() is "on" or "true" or "1" or "yes" or "t";
}
