namespace Starlift.Cli.Generating;

/// <summary>Which songs are played, and for how long each lasts as played.</summary>
sealed class Charts
{
    /// <summary>So many plays in ten thousand are of the catalogue; as in reality, it lacks most of what people listen to.</summary>
    const int CatalogueShare = 550;

    readonly Catalogue _catalogue;
    readonly int _songs;
    readonly Popularity _inside;
    readonly Popularity _outside;

    public Charts(Catalogue catalogue, int songs)
    {
        _catalogue = catalogue;
        _songs = songs;
        _inside = new Popularity(songs, flatness: 2);
        _outside = new Popularity(Catalogue.Outside, flatness: 40);
    }

    public (Song Song, long Duration) Draw(ref RandomNumbers random)
    {
        var song = _catalogue[random.Chance(CatalogueShare) ? _inside.Draw(ref random) : _songs + _outside.Draw(ref random)];
        return (song, random.Chance(400) ? song.Duration - random.Below(300_000L) : song.Duration);
    }
}
