namespace Starlift.Sql.Meaning.Functions;

/// <summary>Which of Redshift's nodes know a function (Amazon Redshift: "SQL functions supported on the leader node").</summary>
public enum RunsOn : byte
{
    Everywhere,

    /// <summary>The leader node only: an error in a query that reads a user's table.</summary>
    Leader,
}
