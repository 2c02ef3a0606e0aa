namespace Starlift.Cli.Generating;

/// <summary>Which page a session asks for next; about 85 in 100 are songs.</summary>
static class Surfing
{
    public static Page Next(Session session, bool pays, ref RandomNumbers random)
    {
        if (session.Next is { } awaited)
        {
            session.Next = null;
            return awaited;
        }

        var draw = random.Below(10_000);
        if (!session.LoggedIn)
        {
            return draw switch
            {
                < 3_400 when session.User >= 0 => Page.Login,
                < 9_000 => Page.Home,
                < 9_500 => Page.About,
                _ => Page.Help,
            };
        }

        if (session.Item == 0)
        {
            return draw < 4_500 ? Page.Home : Page.NextSong;
        }

        switch (draw)
        {
            case < 9_140:
                return Page.NextSong;
            case < 9_540:
                return Page.Home;
            case < 9_670:
                return Page.Logout;
            case < 9_770:
                session.Next = random.Chance(2_000) ? Page.SaveSettings : null;
                return Page.Settings;
            case < 9_875 when pays:
                session.Next = random.Chance(900) ? Page.SubmitDowngrade : null;
                return Page.Downgrade;
            case < 9_900 when !pays:
                session.Next = random.Chance(4_500) ? Page.SubmitUpgrade : null;
                return Page.Upgrade;
            case < 9_930:
                return Page.Help;
            case < 9_985:
                return Page.About;
            default:
                return Page.Error;
        }
    }
}
