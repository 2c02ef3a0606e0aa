using Starlift.Sql.Values;
using Starlift.Sql.Values.Dates;

namespace Starlift.SqlTests.Values.Dates;

public sealed class ZoneNamesTests
{
    const long June = 1_370_073_600_000_000;
    const long February = 1_359_705_600_000_000;

    [Theory]
    [InlineData("EST", -5, -5)]
    [InlineData("EDT", -4, -4)]
    [InlineData("PST", -8, -8)]
    [InlineData("PDT", -7, -7)]
    [InlineData("PST8", -8, -8)]
    [InlineData("PST8PDT", -7, -8)]
    [InlineData("EST5", -5, -5)]
    [InlineData("EST5EDT", -4, -5)]
    [InlineData("GB", 1, 0)]
    [InlineData("Europe/London", 1, 0)]
    [InlineData("europe/london", 1, 0)]
    [InlineData("Singapore", 8, 8)]
    [InlineData("NEWZONE +2", -2, -2)]
    [InlineData("America/Los_Angeles+2", -2, -2)]
    [InlineData("GMT+2", -2, -2)]
    [InlineData("NEWZONE-2:15", 2.25, 2.25)]
    [InlineData("-8:00", 8, 8)]
    [InlineData("+05:30", -5.5, -5.5)]
    [InlineData("+03:00", -3, -3)]
    [InlineData("UTC", 0, 0)]
    public void Names_abbreviations_and_POSIX_forms_are_known(string name, double summer, double winter)
    {
        var zone = ZoneNames.Get(name);
        Assert.Equal(summer, zone.OffsetOfUtc(June) / 3.6e9);
        Assert.Equal(winter, zone.OffsetOfUtc(February) / 3.6e9);
        Assert.Equal(June, zone.ToUtc(zone.FromUtc(June)));
    }

    [Theory]
    [InlineData("No/Such_Zone")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/localtime")]
    [InlineData("")]
    [InlineData("xyz")]
    [InlineData("UTC+2x")]
    public void Other_names_are_refused(string name) =>
        Assert.Equal($"time zone \"{name}\" not recognized", Assert.Throws<ValueException>(() => ZoneNames.Get(name)).Message);
}
