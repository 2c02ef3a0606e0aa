namespace Starlift.History;

/// <summary>That a load has loaded an object version; one entry for each load and uri, of the version loaded last.</summary>
/// <param name="Load">The load's name.</param>
/// <param name="Uri">The object; a local one from the folder of its variable or its project.</param>
/// <param name="Version">The version that was loaded.</param>
/// <param name="Size">In bytes, as stored.</param>
/// <param name="LoadId">The number of the COPY that loaded it; later ones are greater.</param>
public sealed record LedgerEntry(string Load, string Uri, string Version, long Size, long LoadId = 0)
{
    /// <summary>The ledger has earlier versions of the object as well: it was merged over what they brought.</summary>
    public bool IsMerged { get; init; }

    /// <summary>As the ledger has it; null where nobody has read it from there.</summary>
    internal string? WrittenUri { get; init; }

    /// <summary>An earlier version has named the object by its full path.</summary>
    internal bool IsToBeRenamed => WrittenUri is not null && WrittenUri != Uri;
}
