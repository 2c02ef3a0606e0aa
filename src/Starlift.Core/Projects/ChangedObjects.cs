namespace Starlift.Projects;

/// <summary>What a run does with an object that was loaded in another version.</summary>
public enum ChangedObjects
{
    /// <summary>Empties the star tables that the object's load feeds and builds them from all objects: what the earlier version brought goes. The default.</summary>
    Rebuild,

    /// <summary>Loads it and merges its rows by key: rows that only the earlier version brought stay.</summary>
    Merge,

    /// <summary>Leaves what it brought as it is.</summary>
    Ignore,

    /// <summary>Fails the run before anything is loaded.</summary>
    Fail,
}
