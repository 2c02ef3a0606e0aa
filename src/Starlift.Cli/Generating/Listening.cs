namespace Starlift.Cli.Generating;

/// <summary>
/// Plays out all sessions in order of time. A session of n events takes the next n of all events, and starts when the pace says
/// that so many have happened: the total is exact whatever the sessions do.
/// </summary>
sealed class Listening
{
    const long MillisecondsADay = 86_400_000;
    const int EventsAReport = 0x3FFF;

    readonly GeneratorOptions _options;
    readonly Pace _pace;
    readonly Audience _audience;
    readonly Charts _charts;
    readonly DayFiles _files;
    readonly EventWriter _events;
    readonly PriorityQueue<Session, (long Time, long Session)> _sessions = new();
    readonly long _firstMillisecond;
    readonly long _end;
    RandomNumbers _random;
    long _planned;
    long _opened;

    public Listening(GeneratorOptions options, Catalogue catalogue, DayFiles files, ulong seed)
    {
        _options = options;
        _pace = new Pace(options, RandomNumbers.Mix(seed, 1));
        _audience = new Audience(options, RandomNumbers.Mix(seed, 2));
        _charts = new Charts(catalogue, options.Songs);
        _files = files;
        _events = new EventWriter(_audience, catalogue, files.Writer);
        _random = new RandomNumbers(RandomNumbers.Mix(seed, 3));
        _firstMillisecond = new DateTimeOffset(options.FirstDay, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();
        _end = options.Days * MillisecondsADay;
    }

    /// <param name="written">Told events so far, now and then and at the end.</param>
    /// <param name="cancellationToken">Looked at every few thousand events.</param>
    public void Run(Action<long> written, CancellationToken cancellationToken)
    {
        var (opening, session) = Plan();
        for (var count = 1L; count <= _options.Events; count++)
        {
            while (session is not null && (!_sessions.TryPeek(out _, out var next) || opening <= next.Time))
            {
                _sessions.Enqueue(session, (opening, session.Id));
                (opening, session) = Plan();
            }

            _sessions.TryDequeue(out var current, out var due);
            Continue(current!, due.Time);
            if ((count & EventsAReport) == 0 || count == _options.Events)
            {
                cancellationToken.ThrowIfCancellationRequested();
                written(count);
            }
        }
    }

    // The start is drawn within the session's own share of all events, so that starts rise and are not evenly spaced.
    (long Time, Session? Session) Plan()
    {
        var left = _options.Events - _planned;
        if (left == 0)
        {
            return (0, null);
        }

        var user = _audience.Enter(_pace.TimeOf(_planned), ref _random);
        var length = (int)Math.Min(left, SessionLengths.Draw(user >= 0 && _audience.Pays(user), ref _random));
        var time = _pace.TimeOf(_planned + _random.Below(length));
        _planned += length;
        _opened++;
        return (time, new Session
        {
            Id = _opened,
            User = user,
            LoggedIn = user >= 0 && !_random.Chance(900),
            Remaining = length,
        });
    }

    void Continue(Session session, long time)
    {
        var page = Surfing.Next(session, session.User >= 0 && _audience.Pays(session.User), ref _random);
        (Song Song, long Duration)? play = page == Page.NextSong ? _charts.Draw(ref _random) : null;
        _files.GoTo(time);
        _events.Append(session, page, play, _firstMillisecond + time);
        Follow(session, page);
        session.Item++;
        session.Remaining--;
        if (session.Remaining > 0)
        {
            _sessions.Enqueue(session, (time + Math.Min(Pause(play), (_end - 1 - time) / session.Remaining), session.Id));
        }
        else if (session.User >= 0)
        {
            _audience.Leave(session.User);
        }
    }

    void Follow(Session session, Page page)
    {
        if (page == Page.Login)
        {
            session.LoggedIn = true;
        }
        else if (page == Page.Logout)
        {
            session.LoggedIn = false;
        }
        else if (page == Page.SubmitUpgrade || page == Page.SubmitDowngrade)
        {
            _audience.ChangeLevel(session.User);
        }
    }

    // A song is heard to its end in whole seconds, as in the app's logs, but for a few that are skipped.
    long Pause((Song Song, long Duration)? play)
    {
        var song = play is { } heard ? heard.Duration / 100_000 : 45;
        return 1_000 * (play is null || _random.Chance(400) ? 1 + _random.Below(song) : song);
    }
}
