namespace Starlift.Cli.Generating;

/// <summary>Writes events as the app logs them: one object a line, all keys always there, in alphabetical order.</summary>
sealed class EventWriter
{
    readonly Audience _audience;
    readonly Catalogue _catalogue;
    readonly RecordWriter _writer;

    public EventWriter(Audience audience, Catalogue catalogue, RecordWriter writer)
    {
        _audience = audience;
        _catalogue = catalogue;
        _writer = writer;
    }

    /// <param name="session">The session, with the number of this event.</param>
    /// <param name="page">What was asked for.</param>
    /// <param name="play">The song and its duration as played; null unless the page is NextSong.</param>
    /// <param name="time">In milliseconds since 1970.</param>
    public void Append(Session session, Page page, (Song Song, long Duration)? play, long time)
    {
        var pays = session.User >= 0 && _audience.Pays(session.User);
        AppendArtist(play?.Song);
        if (session.LoggedIn)
        {
            AppendUser(session.User);
        }
        else
        {
            _writer.Append(",\"auth\":\"Logged Out\",\"firstName\":null,\"gender\":null"u8);
        }

        _writer.Append(",\"itemInSession\":"u8);
        _writer.Append(session.Item);
        _writer.Append(",\"lastName\":"u8);
        AppendText(session.LoggedIn ? _audience.Name(session.User).Last : null);
        _writer.Append(",\"length\":"u8);
        AppendLength(play?.Duration);
        _writer.Append(pays ? ",\"level\":\"paid\",\"location\":"u8 : ",\"level\":\"free\",\"location\":"u8);
        AppendText(session.LoggedIn ? _audience.Location(session.User) : null);
        _writer.Append((byte)',');
        _writer.Append(page.Request);
        _writer.Append(",\"registration\":"u8);
        AppendRegistration(session);
        _writer.Append(",\"sessionId\":"u8);
        _writer.Append(session.Id);
        _writer.Append(",\"song\":"u8);
        AppendTitle(play?.Song);
        _writer.Append(",\"status\":"u8);
        _writer.Append(page.Status);
        _writer.Append(",\"ts\":"u8);
        _writer.Append(time);
        _writer.Append(",\"userAgent\":"u8);
        AppendText(session.LoggedIn ? _audience.Browser(session.User) : null);
        _writer.Append(",\"userId\":\""u8);
        if (session.LoggedIn)
        {
            _writer.Append(_audience.Id(session.User));
        }

        _writer.Append("\"}\n"u8);
    }

    void AppendArtist(Song? song)
    {
        _writer.Append("{\"artist\":"u8);
        if (song is { } played)
        {
            _writer.Append((byte)'"');
            _catalogue.AppendArtist(_writer, played);
            _writer.Append((byte)'"');
        }
        else
        {
            _writer.Append("null"u8);
        }
    }

    void AppendTitle(Song? song)
    {
        if (song is { } played)
        {
            _writer.Append((byte)'"');
            TitleWords.Append(_writer, played.Title);
            _writer.Append((byte)'"');
        }
        else
        {
            _writer.Append("null"u8);
        }
    }

    void AppendUser(int user)
    {
        var name = _audience.Name(user);
        _writer.Append(",\"auth\":\"Logged In\",\"firstName\":"u8);
        AppendText(name.First);
        _writer.Append(name.Female ? ",\"gender\":\"F\""u8 : ",\"gender\":\"M\""u8);
    }

    void AppendLength(long? duration)
    {
        if (duration is { } length)
        {
            _writer.AppendDecimal(length);
        }
        else
        {
            _writer.Append("null"u8);
        }
    }

    void AppendRegistration(Session session)
    {
        if (session.LoggedIn)
        {
            _writer.Append(_audience.Registration(session.User));
            _writer.Append(".0"u8);
        }
        else
        {
            _writer.Append("null"u8);
        }
    }

    void AppendText(byte[]? text)
    {
        if (text is null)
        {
            _writer.Append("null"u8);
            return;
        }

        _writer.Append((byte)'"');
        _writer.Append(text);
        _writer.Append((byte)'"');
    }
}
