namespace Starlift.Cli.Generating;

/// <summary>First and last names of users and artists, in JSON form.</summary>
static class PersonNames
{
    public static readonly byte[][] Female = JsonText.List(
        "Ada|Zoë|Ines|Mira|Léa|Freya|Noor|Ana|Hanna|Yuki|Katarzyna|Sofía|Imani|Aoife|Märta|Elif|Priya|Ljubica|Chloé|Thảo|Ruth|"
        + "Olga|Dalia|Wanda|Naïma|Ilse|Jade|Petra|Ximena|Åsa|Beatriz|Greta");

    public static readonly byte[][] Male = JsonText.List(
        "Omar|José|Łukasz|Søren|Tomás|Emre|Björn|Kofi|Ivan|Kenji|René|Matteo|Dmitri|Arjun|Cian|Jörg|Pablo|Nikola|Aarav|Minh|"
        + "Hugo|Samuel|Tariq|Viktor|Anselm|Étienne|Rui|Piotr|Göran|Ezra|Mikkel|Théo");

    public static readonly byte[][] Last = JsonText.List(
        "Abernathy|Brandt|Castellanos|Dvořák|Eriksson|Fontaine|García|Hashimoto|Ibrahim|Jankowski|Kowalczyk|Lindqvist|Moreau|"
        + "Nguyễn|O'Sullivan|Petrov|Quispe|Rossi|Šimić|Takahashi|Uzun|Vasquez|Whitlock|Yıldız|Zieliński|Ahlgren|Boateng|Czerny|"
        + "Duarte|Escobar|Færøy|Grünwald|Hjelm|Ivanova|Jovanović|Keller|Laurent|Müller|Núñez|Östberg");
}
