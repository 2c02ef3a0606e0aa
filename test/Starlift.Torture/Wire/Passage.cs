namespace Starlift.Torture.Wire;

/// <summary>What the proxy does with what it holds.</summary>
enum Passage
{
    /// <summary>Passes it on.</summary>
    Whole,

    /// <summary>Passes half of it on, and drops the connection.</summary>
    Half,

    /// <summary>Drops the connection.</summary>
    None,

    /// <summary>Drops the client's connection, and passes it on a while later.</summary>
    Late,
}
