using System.Globalization;
using System.Text;

namespace Starlift.Bench;

/// <summary>Events as an audit trail delivers them: files with one object each, whose array of records has nested ones. The same bytes whenever they are made.</summary>
static class UnnestData
{
    public const int Events = Files * EventsOfFile;

    const int Files = 48;
    const int EventsOfFile = 1_000;

    static readonly string[] Services = ["s3", "ec2", "sts", "lambda"];
    static readonly string[] Names = ["GetObject", "DescribeInstances", "AssumeRole", "Invoke"];

    /// <summary>Makes the files where they are missing.</summary>
    /// <returns>Their folder.</returns>
    public static string Make(BenchFolders folders)
    {
        var folder = Path.Combine(folders.Data, string.Create(CultureInfo.InvariantCulture, $"{Events}-nested"));
        if (Directory.Exists(folder))
        {
            return folder;
        }

        var part = Directory.CreateDirectory(folder + ".part").FullName;
        for (var file = 0; file < Files; file++)
        {
            var records = string.Join(',', Enumerable.Range(file * EventsOfFile, EventsOfFile).Select(Record));
            File.WriteAllText(Path.Combine(part, $"{file:000}.json"), $$"""{"Records":[{{records}}]}""", new UTF8Encoding(false));
        }

        Directory.Move(part, folder);
        return folder;
    }

    static string Record(int n) => string.Create(CultureInfo.InvariantCulture, $$$$"""
        {"eventVersion":"1.08","userIdentity":{"type":"AssumedRole","principalId":"PRINCIPAL{{{{n % 97:00000}}}}:session","arn":"arn:aws:sts::000000000000:assumed-role/role-{{{{n % 97}}}}/session","accountId":"000000000000","sessionContext":{"attributes":{"creationDate":"2024-01-{{{{(n % 28) + 1:00}}}}T00:00:00Z","mfaAuthenticated":"false"}}},"eventTime":"2024-01-{{{{(n % 28) + 1:00}}}}T{{{{n % 24:00}}}}:{{{{n % 60:00}}}}:{{{{n * 7 % 60:00}}}}Z","eventSource":"{{{{Services[n % 4]}}}}.amazonaws.com","eventName":"{{{{Names[n % 4]}}}}","awsRegion":"us-east-1","sourceIPAddress":"10.0.{{{{n % 256}}}}.{{{{n * 3 % 256}}}}","userAgent":"sdk-java/2.20 Linux/5.10 OpenJDK/17","requestParameters":{"bucketName":"bucket-{{{{n % 50}}}}","key":"path/to/object-{{{{n}}}}"},"responseElements":null,"requestID":"{{{{n * 2654435761L:X16}}}}","eventID":"00000000-0000-4000-8000-{{{{n:x12}}}}","readOnly":{{{{(n % 2 == 0 ? "true" : "false")}}}},"resources":[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::bucket-{{{{n % 50}}}}/path/to/object-{{{{n}}}}"},{"type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::bucket-{{{{n % 50}}}}"}],"eventType":"AwsApiCall","recipientAccountId":"000000000000"}
        """);
}
