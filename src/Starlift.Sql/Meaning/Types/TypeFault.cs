namespace Starlift.Sql.Meaning.Types;

/// <summary>Why a written type is none.</summary>
/// <param name="State">The SQLSTATE.</param>
/// <param name="Message">Redshift's message where that is known.</param>
public readonly record struct TypeFault(string State, string Message)
{
    /// <summary>undefined_object</summary>
    public const string NoSuchType = "42704";

    /// <summary>feature_not_supported</summary>
    public const string NotSupported = "0A000";

    /// <summary>invalid_parameter_value</summary>
    public const string BadValue = "22023";
}
