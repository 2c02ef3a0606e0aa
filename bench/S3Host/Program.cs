using S3Host;

// What the bench needs of S3 besides Starlift: "S3Host put BUCKET FOLDER [only|skip PATH]", "S3Host fill BUCKET COUNT", and what Starlift is
// compared with, "S3Host get BUCKET PREFIX" and "S3Host list BUCKET PREFIX". The last two print how many objects and bytes.
using var bucket = new Bucket(args[1]);
switch (args[0])
{
    case "put":
        await bucket.PutFolderAsync(args[2], path => args.Length == 3 || args[3] == "only" == path.StartsWith(args[4], StringComparison.Ordinal));
        break;
    case "fill":
        await bucket.FillAsync(int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture));
        break;
    case "get":
        Print(await bucket.GetAsync(args[2]));
        break;
    case "list":
        Print(await bucket.ListAsync(args[2]));
        break;
    default:
        Console.Error.WriteLine($"S3Host: unknown {args[0]}");
        return 2;
}

return 0;

static void Print((long Objects, long Bytes) read) => Console.WriteLine($"objects\t{read.Objects}\tbytes={read.Bytes}");
