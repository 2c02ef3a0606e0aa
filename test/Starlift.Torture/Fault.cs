namespace Starlift.Torture;

/// <summary>What a moment may bring to light. None may.</summary>
enum Fault
{
    /// <summary>Something that was committed, or was said to be, is not there.</summary>
    Lost,

    /// <summary>Something is there twice.</summary>
    Doubled,

    /// <summary>The database can't be opened any more.</summary>
    Unopenable,

    /// <summary>What was said or recorded is not so.</summary>
    Untrue,

    /// <summary>The process ended by a bug.</summary>
    Crashed,

    /// <summary>The process never ended, or the next run does not succeed.</summary>
    Stuck,

    /// <summary>Files or tables that the next run should have taken away.</summary>
    LeftOver,
}
