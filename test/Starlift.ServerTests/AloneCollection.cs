namespace Starlift.ServerTests;

/// <summary>Tests that look at the memory of the whole process run beside no others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    /// <summary>What its tests are marked with.</summary>
    public const string Name = "alone";
}
