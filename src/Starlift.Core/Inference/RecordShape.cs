namespace Starlift.Inference;

/// <summary>How an object holds its records.</summary>
public enum RecordShape
{
    /// <summary>Objects one behind the other, with or without line ends between them: each is a row of a COPY.</summary>
    Records,

    /// <summary>An object around an array of records, such as {"Records": […]}: all of it is one row of a COPY.</summary>
    Envelope,

    /// <summary>An array around the records: all of it is one row of a COPY.</summary>
    RootArray,
}
