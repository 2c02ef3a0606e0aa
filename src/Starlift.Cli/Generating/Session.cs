namespace Starlift.Cli.Generating;

/// <summary>One visit in progress.</summary>
sealed class Session
{
    public required long Id { get; init; }

    /// <summary>The user's rank in the audience; -1 for a visitor who never logs in.</summary>
    public required int User { get; init; }

    public required bool LoggedIn { get; set; }

    /// <summary>Events that are still to come.</summary>
    public required int Remaining { get; set; }

    /// <summary>Number of the next event, from 0.</summary>
    public int Item { get; set; }

    /// <summary>The page that the last one leads to, such as Submit Upgrade after Upgrade; null where any may follow.</summary>
    public Page? Next { get; set; }
}
