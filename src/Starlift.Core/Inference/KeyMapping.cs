namespace Starlift.Inference;

/// <summary>How a COPY finds the columns' values in the records.</summary>
enum KeyMapping
{
    /// <summary>'auto': keys are the columns' names.</summary>
    Auto,

    /// <summary>'auto ignorecase': they are but for their case.</summary>
    IgnoreCase,

    /// <summary>A JSONPaths file: keys differ by case alone, or are no names.</summary>
    Paths,

    /// <summary>'noshred': the record is an array, or has more keys than a table has columns.</summary>
    Whole,
}
