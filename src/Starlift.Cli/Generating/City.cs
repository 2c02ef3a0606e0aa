namespace Starlift.Cli.Generating;

/// <summary>Where a user or an artist lives.</summary>
/// <param name="Name">City alone, in JSON form.</param>
/// <param name="Location">City and region or country, in JSON form.</param>
/// <param name="Latitude">In hundred-thousandths of a degree.</param>
/// <param name="Longitude">In hundred-thousandths of a degree.</param>
sealed record City(byte[] Name, byte[] Location, int Latitude, int Longitude)
{
    public static readonly City[] All =
    [
        Of("Lisbon", "Portugal", 3872230, -913930),
        Of("Malmö", "Sweden", 5560498, 1300382),
        Of("São Paulo", "Brazil", -2355052, -4663331),
        Of("Kraków", "Poland", 5006465, 1994498),
        Of("Austin-Round Rock", "TX", 3026715, -9774306),
        Of("Reykjavík", "Iceland", 6414661, -2194262),
        Of("Kyoto", "Japan", 3501163, 13576803),
        Of("Zürich", "Switzerland", 4737689, 854169),
        Of("Portland-South Portland", "ME", 4365910, -7025682),
        Of("Bogotá", "Colombia", 471099, -7407209),
        Of("Lagos", "Nigeria", 652438, 337921),
        Of("Galway", "Ireland", 5327071, -905679),
        Of("Detroit-Warren-Dearborn", "MI", 4233143, -8304575),
        Of("İzmir", "Turkey", 3842373, 2714283),
        Of("Montréal", "QC", 4550169, -7356726),
        Of("Wellington", "New Zealand", -4128646, 17477624),
        Of("Atlanta-Sandy Springs-Roswell", "GA", 3374900, -8438798),
        Of("Nairobi", "Kenya", -129207, 3682195),
        Of("Valparaíso", "Chile", -3304724, -7161268),
        Of("Chennai", "India", 1308268, 8027072),
        Of("Sacramento--Roseville--Arden-Arcade", "CA", 3858157, -12149440),
        Of("Gdańsk", "Poland", 5435203, 1864664),
        Of("Oakland", "CA", 3780436, -12227114),
        Of("Leipzig", "Germany", 5133970, 1237307),
        Of("Hà Nội", "Vietnam", 2102776, 10583416),
        Of("Tampa-St. Petersburg-Clearwater", "FL", 2795058, -8245718),
        Of("Glasgow", "Scotland", 5586424, -425181),
        Of("Córdoba", "Argentina", -3142008, -6418878),
        Of("Ljubljana", "Slovenia", 4605695, 1450575),
        Of("Minneapolis-St. Paul-Bloomington", "MN-WI", 4497775, -9326501),
        Of("Dakar", "Senegal", 1471668, -1746769),
        Of("Tromsø", "Norway", 6964921, 1895532),
    ];

    static City Of(string name, string region, int latitude, int longitude) =>
        new(JsonText.Of(name), JsonText.Of($"{name}, {region}"), latitude, longitude);
}
