namespace Starlift.Sql.Text;

/// <summary>SQLSTATEs by the name of their condition (PostgreSQL's appendix of error codes, which Redshift keeps).</summary>
public static class SqlStates
{
    public const string SyntaxError = "42601";

    public const string InvalidName = "42602";

    public const string StatementTooComplex = "54001";
}
