namespace Starlift.Sql.Text;

/// <summary>SQLSTATEs by the name of their condition (PostgreSQL's appendix of error codes, which Redshift keeps).</summary>
public static class SqlStates
{
    public const string SyntaxError = "42601";

    public const string InvalidName = "42602";

    public const string StatementTooComplex = "54001";

    public const string UndefinedColumn = "42703";

    public const string UndefinedTable = "42P01";

    public const string UndefinedFunction = "42883";

    public const string UndefinedObject = "42704";

    public const string UndefinedSchema = "3F000";

    public const string AmbiguousColumn = "42702";

    public const string DuplicateAlias = "42712";

    public const string DuplicateColumn = "42701";

    public const string DatatypeMismatch = "42804";

    public const string CannotCoerce = "42846";

    public const string GroupingError = "42803";

    public const string WindowingError = "42P20";

    public const string WrongObjectType = "42809";

    public const string InvalidColumnReference = "42P10";

    public const string InvalidTableDefinition = "42P16";

    public const string InvalidRecursion = "42P19";

    public const string FeatureNotSupported = "0A000";

    public const string ObjectNotInPrerequisiteState = "55000";

    public const string InvalidParameterValue = "22023";

    public const string InvalidTextRepresentation = "22P02";

    public const string InvalidRegularExpression = "2201B";

    public const string InvalidDatetimeFormat = "22007";

    public const string DatetimeFieldOverflow = "22008";

    public const string IntervalFieldOverflow = "22015";

    public const string NumericValueOutOfRange = "22003";

    public const string DivisionByZero = "22012";

    public const string StringDataRightTruncation = "22001";
}
