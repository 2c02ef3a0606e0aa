namespace Starlift.Sql.Tree;

/// <summary>Kinds of objects that statements name.</summary>
public enum ObjectKind
{
    /// <summary>TABLE</summary>
    Table,

    /// <summary>VIEW</summary>
    View,

    /// <summary>MATERIALIZED VIEW</summary>
    MaterializedView,

    /// <summary>SCHEMA</summary>
    Schema,

    /// <summary>DATABASE</summary>
    Database,

    /// <summary>COLUMN</summary>
    Column,

    /// <summary>CONSTRAINT</summary>
    Constraint,

    /// <summary>FUNCTION</summary>
    Function,

    /// <summary>PROCEDURE</summary>
    Procedure,

    /// <summary>USER</summary>
    User,

    /// <summary>GROUP</summary>
    Group,

    /// <summary>ROLE</summary>
    Role,

    /// <summary>LANGUAGE</summary>
    Language,

    /// <summary>EXTERNAL TABLE</summary>
    ExternalTable,

    /// <summary>EXTERNAL SCHEMA</summary>
    ExternalSchema,

    /// <summary>EXTERNAL FUNCTION</summary>
    ExternalFunction,

    /// <summary>INDEX, which Redshift refuses.</summary>
    Index,

    /// <summary>SEQUENCE, which Redshift refuses.</summary>
    Sequence,

    /// <summary>LIBRARY</summary>
    Library,

    /// <summary>MODEL</summary>
    Model,

    /// <summary>DATASHARE</summary>
    Datashare,

    /// <summary>RLS POLICY, MASKING POLICY</summary>
    Policy,

    /// <summary>IDENTITY PROVIDER</summary>
    IdentityProvider,

    /// <summary>DEFAULT PRIVILEGES</summary>
    DefaultPrivileges,

    /// <summary>SYSTEM</summary>
    System,

    /// <summary>Anything else, as it is written.</summary>
    Other,
}
