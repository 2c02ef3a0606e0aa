namespace Starlift.Cases;

/// <summary>What a SQL check comes to.</summary>
public enum SqlVerdict
{
    Passed,

    /// <summary>It gives other rows.</summary>
    WrongRows,

    /// <summary>It had to be refused, and is executed.</summary>
    NotRefused,

    /// <summary>Its columns have other names.</summary>
    WrongNames,

    /// <summary>Its columns have other types.</summary>
    WrongTypes,

    /// <summary>It had to succeed, and is refused.</summary>
    Refused,

    /// <summary>It is refused as it has to be, with another message.</summary>
    OtherError,

    /// <summary>It was ended, because it took too long or gave too much.</summary>
    TimedOut,

    /// <summary>A fault of Starlift's own ended it.</summary>
    Broken,
}
