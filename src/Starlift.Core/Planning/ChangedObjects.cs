namespace Starlift.Planning;

/// <summary>What a run does with an object that was loaded in another version.</summary>
public enum ChangedObjects
{
    /// <summary>Loads it again; its rows are merged by key. The default.</summary>
    Reload,

    /// <summary>Leaves what it brought as it is.</summary>
    Ignore,

    /// <summary>Fails the run before anything is loaded.</summary>
    Fail,
}
