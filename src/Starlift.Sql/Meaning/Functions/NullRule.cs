namespace Starlift.Sql.Meaning.Functions;

/// <summary>What a function makes of NULL.</summary>
public enum NullRule : byte
{
    /// <summary>NULL where an argument is NULL.</summary>
    Strict,

    /// <summary>Leaves NULL arguments out, as aggregates, GREATEST and LEAST do.</summary>
    Skips,

    /// <summary>Looks at NULL as at any value, as COALESCE and ARRAY do.</summary>
    Own,

    /// <summary>Never gives NULL, whatever its arguments are.</summary>
    Never,
}
