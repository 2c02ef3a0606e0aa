namespace Starlift.Cli.Generating;

/// <summary>The users. Their state, ten bytes each, is all that grows with the number of events.</summary>
sealed class Audience
{
    const int EventsAUser = 80;
    const int MostUsers = 2_000_000;
    const long MillisecondsADay = 86_400_000;

    readonly ulong _seed;
    readonly long _firstMillisecond;
    readonly long _duration;
    readonly Popularity _popularity;
    readonly bool[] _paying;
    readonly bool[] _active;
    readonly int _stride;

    public Audience(GeneratorOptions options, ulong seed)
    {
        _seed = seed;
        _firstMillisecond = new DateTimeOffset(options.FirstDay, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();
        _duration = options.Days * MillisecondsADay;
        var count = (int)Math.Clamp(options.Events / EventsAUser, 5, MostUsers);
        _popularity = new Popularity(count, Math.Max(5, count / 20));
        _active = new bool[count];
        _paying = new bool[count];
        for (var user = 0; user < count; user++)
        {
            _paying[user] = new RandomNumbers(Traits(user, Trait.Paying)).Chance(user < count / 4 ? 6_000 : 1_500);
        }

        _stride = Stride(count);
    }

    /// <summary>
    /// A registered user without a session, drawn by how keen they are; -1 where that fails. The user is active until
    /// <see cref="Leave"/>.
    /// </summary>
    public int Enter(long time, ref RandomNumbers random)
    {
        for (var attempt = 0; attempt < 16; attempt++)
        {
            var user = _popularity.Draw(ref random);
            if (!_active[user] && Registration(user) <= _firstMillisecond + time)
            {
                _active[user] = true;
                return user;
            }
        }

        return -1;
    }

    public void Leave(int user) => _active[user] = false;

    public bool Pays(int user) => _paying[user];

    public void ChangeLevel(int user) => _paying[user] = !_paying[user];

    /// <summary>The id in the logs, from 1, which says nothing of the user's rank.</summary>
    public long Id(int user) => ((long)user * _stride % _paying.Length) + 1;

    /// <summary>In milliseconds since 1970. Most users registered before the first day, the others in its first two thirds.</summary>
    public long Registration(int user)
    {
        var random = new RandomNumbers(Traits(user, Trait.Registration));
        return random.Chance(8_500)
            ? _firstMillisecond - 1 - random.Below(120 * MillisecondsADay)
            : _firstMillisecond + random.Below(_duration * 2 / 3);
    }

    public (byte[] First, byte[] Last, bool Female) Name(int user)
    {
        var traits = Traits(user, Trait.Name);
        var female = traits % 100 < 56;
        var firsts = female ? PersonNames.Female : PersonNames.Male;
        return (firsts[(traits >> 16) % (ulong)firsts.Length], PersonNames.Last[(traits >> 32) % (ulong)PersonNames.Last.Length], female);
    }

    public byte[] Location(int user) => City.All[Traits(user, Trait.Location) % (ulong)City.All.Length].Location;

    public byte[] Browser(int user) => Browsers.All[Traits(user, Trait.Browser) % (ulong)Browsers.All.Length];

    // Without a common divisor with the count, multiples of the stride meet every id once.
    static int Stride(int count)
    {
        var stride = (int)(count * 618L / 1_000);
        while (GreatestCommonDivisor(stride, count) != 1)
        {
            stride++;
        }

        return stride;
    }

    static int GreatestCommonDivisor(int first, int second) => second == 0 ? first : GreatestCommonDivisor(second, first % second);

    ulong Traits(int user, Trait trait) => RandomNumbers.Mix(_seed + ((ulong)trait << 48), (ulong)user);

    enum Trait
    {
        Paying,
        Registration,
        Name,
        Location,
        Browser,
    }
}
