namespace Starlift.Cli.Generating;

/// <summary>Invented song titles: a number stands for a title, and equal numbers for equal titles.</summary>
static class TitleWords
{
    static readonly byte[][] Adjectives = JsonText.List(
        "Amber|Broken|Careless|Distant|Electric|Faded|Gentle|Hollow|Idle|Jagged|Kinder|Lonely|Midnight|Northern|Open|Paper|"
        + "Quiet|Restless|Silver|Tangled|Upstairs|Velvet|Wandering|Yellow|Ashen|Bitter|Crooked|Dizzy|Early|Foreign|Golden|Heavy|"
        + "Invisible|Lazy|Marble|Neon|Ordinary|Plastic|Rusty|Secret|Tender|Unspoken|Violet|Wild|Borrowed|Half-Lit|Seventh|Slow");

    static readonly byte[][] Nouns = JsonText.List(
        "Harbour|Lantern|Mirror|Orchard|Satellite|Window|Engine|Garden|Compass|Feather|Staircase|River|Signal|Carousel|Thunder|"
        + "Postcard|Shadow|Ladder|Ocean|Bicycle|Island|Candle|Telephone|Mountain|Weather|Suitcase|Elevator|Horizon|Radio|Snow|"
        + "Kingdom|Umbrella|Clockwork|Passenger|Avenue|Summer|Winter|Machine|Balcony|Tiger|Anthem|Photograph|Runway|Meadow|"
        + "Crystal|Station|Comet|Ceiling|Daylight|Alphabet|Parade|Whisper|Borderline|Tide|Motel|Silence|Antenna|Dust|Lighthouse|"
        + "Sparrow|Tuesday|Hurricane|Cathedral|Moonrise");

    static readonly byte[][] Verbs = JsonText.List(
        "Follow|Remember|Carry|Borrow|Forget|Paint|Wake|Cross|Burn|Leave|Find|Hide|Chase|Trade|Build|Lose|Answer|Count|Bring|"
        + "Break|Hold|Sing|Send|Climb");

    static readonly byte[][] Phrases = JsonText.List(
        "Été sans fin|Señora del mar|Nächte am Kanal|Ærlig talt|Über den Dächern|São João|Żółty tramwaj|Çok uzak|Ночной поезд|"
        + "Белый шум|夜の電車|海の手紙|Ελαφρύ κύμα|Où va la rue|Mañana quizá|Skärgård|Hüzün|Πρωινό φως|봄의 기차|שיר לילה|Café à minuit|Þoka|"
        + "Răsărit|🌙 Lullaby");

    static readonly byte[][] Endings = JsonText.List(
        " (Live)| (Acoustic Version)| (Album Version)| (Remastered)| - Radio Edit| (Instrumental)| [Demo]|"
        + " (feat. \"The Choir\")| Pt. 2| (LP Version)");

    public static void Append(RecordWriter writer, ulong number)
    {
        var random = new RandomNumbers(number);
        switch (random.Below(20))
        {
            case < 6:
                Word(Adjectives);
                Space();
                Word(Nouns);
                break;
            case < 10:
                Word(Adjectives);
                Space();
                Word(Nouns);
                Space();
                Word(Nouns);
                break;
            case < 13:
                Word(Nouns);
                writer.Append(" of the "u8);
                Word(Adjectives);
                Space();
                Word(Nouns);
                break;
            case < 16:
                Word(Verbs);
                writer.Append(" the "u8);
                Word(Nouns);
                break;
            case 16:
                writer.Append("Don't "u8);
                Word(Verbs);
                writer.Append(" My "u8);
                Word(Nouns);
                break;
            case 17:
                Word(Nouns);
                writer.Append(@" \/ "u8);
                Word(Nouns);
                break;
            case 18:
                Word(Phrases);
                Space();
                writer.Append(random.Below(30) + 1);
                break;
            default:
                Word(Phrases);
                writer.Append(" \\\""u8);
                Word(Nouns);
                writer.Append("\\\""u8);
                break;
        }

        if (random.Chance(1_200))
        {
            Word(Endings);
        }

        void Word(byte[][] words) => writer.Append(words[random.Below(words.Length)]);

        void Space() => writer.Append((byte)' ');
    }
}
