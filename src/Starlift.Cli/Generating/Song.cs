namespace Starlift.Cli.Generating;

/// <summary>A song as numbers; texts are made of them when they are written.</summary>
/// <param name="Number">Its place in the catalogue, from 0; songs outside follow.</param>
/// <param name="Title">What <see cref="TitleWords"/> makes the title of.</param>
/// <param name="Artist">The artist's number, from 0.</param>
/// <param name="Credit">What the spelling of the artist on this song depends on.</param>
/// <param name="Duration">In hundred-thousandths of a second.</param>
/// <param name="Year">0 where unknown.</param>
readonly record struct Song(long Number, ulong Title, long Artist, ulong Credit, long Duration, int Year);
