namespace Starlift.Projects;

/// <summary>What a run does with what an object brought that is no longer there.</summary>
public enum VanishedObjects
{
    /// <summary>Keeps it. The default: a lifecycle rule that deletes old objects must not empty the star.</summary>
    Keep,

    /// <summary>Builds the star tables that the object's load feeds from the objects that are there.</summary>
    Remove,
}
