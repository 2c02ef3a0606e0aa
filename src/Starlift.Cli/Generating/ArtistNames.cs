namespace Starlift.Cli.Generating;

/// <summary>Invented artist names: a number stands for a name, and equal numbers for equal names.</summary>
static class ArtistNames
{
    static readonly byte[][] Firsts = JsonText.List(
        "Copper|Paper|Static|Polar|Velvet|Concrete|Hidden|Satin|Wooden|Atomic|Solar|Granite|Indigo|Radiant|Tidal|Vacant|"
        + "Magnetic|Lunar|Crimson|Nordic|Hungry|Careful|Sleepless|Modern");

    static readonly byte[][] Seconds = JsonText.List(
        "Foxes|Harbours|Tigers|Lanterns|Cartographers|Widows|Sailors|Engines|Pilots|Gardeners|Telescopes|Nomads|Arcades|"
        + "Mirrors|Librarians|Kites|Wolves|Commuters|Astronauts|Owls|Ferries|Strangers|Drummers|Gliders|Sparrows|Tramlines|"
        + "Oracles|Weekends|Balloons|Dentists|Volcanoes|Postmen");

    static readonly byte[][] Words = JsonText.List(
        "Ångholm|Mañana Club|Орбита|夜行列車|Żaba|Noche Eléctrica|Großstadt|Les Étoiles Pâles|Água Fria|Kaleidoskóp|Ημισέληνος|Tūī|"
        + "Çınar|Smørrebrød|Полярный Круг|鯨|Çelik & Gül|Ólafsvík|바람|AC\\UV");

    static readonly byte[][] Guests = JsonText.List(
        " feat. MC Ferro| & The Night Shift| with Strings| Trio| feat. Señor Lobo| / DJ Halva| Quartet| (UK)");

    /// <summary>The name that most songs of the artist are credited to.</summary>
    public static void Append(RecordWriter writer, ulong number)
    {
        var random = new RandomNumbers(number);
        switch (random.Below(60))
        {
            case < 20:
                Word(Firsts);
                Space();
                Word(Seconds);
                break;
            case < 30:
                writer.Append("The "u8);
                Word(Firsts);
                Space();
                Word(Seconds);
                break;
            case < 45:
                Word(random.Chance(5_000) ? PersonNames.Female : PersonNames.Male);
                Space();
                Word(PersonNames.Last);
                break;
            case < 52:
                Word(random.Chance(5_000) ? PersonNames.Female : PersonNames.Male);
                writer.Append(" & The "u8);
                Word(Seconds);
                break;
            case 52:
                Word(Words);
                break;
            default:
                Word(Words);
                Space();
                Word(Seconds);
                break;
        }

        void Word(byte[][] words) => writer.Append(words[random.Below(words.Length)]);

        void Space() => writer.Append((byte)' ');
    }

    /// <summary>What follows the name where a song is credited otherwise.</summary>
    public static void AppendGuest(RecordWriter writer, ulong number) => writer.Append(Guests[number % (ulong)Guests.Length]);
}
