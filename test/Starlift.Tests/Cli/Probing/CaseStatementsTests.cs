using System.Text;
using Starlift.Cases;
using Starlift.Cli.Probing;

namespace Starlift.Tests.Cli.Probing;

public sealed class CaseStatementsTests
{
    const string Role = "arn:aws:iam::123456789012:role/copy";

    static readonly ProbePlace Place = new("s3://own/manifests", "0a1b2c3d");

    static IReadOnlyList<ConformanceCase> Cases { get; } = ConformanceCases.Embedded();

    [Fact]
    public void Places_and_the_role_are_the_account_s_own_and_the_rest_is_word_for_word() => Assert.Equal(
        "copy boats (built, id) from 's3://own/manifests/probe-0a1b2c3d/column-list-orders-the-paths/harbour/boats' iam_role '" + Role
            + "' json 's3://own/manifests/probe-0a1b2c3d/column-list-orders-the-paths/harbour/paths.json'",
        Script("column-list-orders-the-paths").Single());

    [Fact]
    public void A_bucket_alone_stays_a_bucket_and_no_beginning_of_another() =>
        Assert.Contains("from 's3://own/manifests/probe-0a1b2c3d/prefix-is-a-whole-bucket/harbour/' ", Script("prefix-is-a-whole-bucket").Single());

    [Fact]
    public void The_default_role_takes_the_place_of_another_where_the_target_names_none() =>
        Assert.Contains("' iam_role default json", new CaseStatements(Place, null, null).Of(Case("bzip2"), Case("bzip2").Script).Single());

    [Fact]
    public void A_region_is_stated_where_it_is_not_the_warehouse_s()
    {
        var elsewhere = new CaseStatements(Place, Role, "eu-north-1");
        Assert.EndsWith("json 'auto' bzip2\nregion 'eu-north-1'", elsewhere.Of(Case("bzip2"), Case("bzip2").Script).Single());
        Assert.Contains("Region AS 'eu-north-1' Iam_Role '" + Role + "'", elsewhere.Of(Case("options-in-any-order-and-case"), Case("options-in-any-order-and-case").Script).Single());
    }

    [Fact]
    public void Two_authorizations_stay_two() =>
        Assert.Contains($"iam_role '{Role}' credentials 'aws_iam_role={Role}' json", Script("two-authorizations").Single());

    [Fact]
    public void A_schema_that_a_case_makes_is_one_of_the_probe_s_own()
    {
        var statements = new CaseStatements(Place, Role, null);
        Assert.Equal(
            ["create schema starlift_probe_0a1b2c3d_port", "create table starlift_probe_0a1b2c3d_port.boats (id int, name varchar(3))", "create table boats (id int)"],
            statements.Of(Case("schema-qualified-table"), Case("schema-qualified-table").Ddl));
        Assert.StartsWith("copy starlift_probe_0a1b2c3d_port.boats from", Script("schema-qualified-table").Single());
    }

    [Fact]
    public void Statements_that_Starlift_refuses_are_sent_all_the_same() =>
        Assert.EndsWith("json 'auto' maxerror 100 null as 'none'", Script("statement-error-logs-nothing").Single());

    [Fact]
    public void Access_keys_are_not_asked_about()
    {
        Assert.Equal("it states access keys, and those of an account are no part of a probe", CaseStatements.ReasonToSkip(Case("credentials-as-keys")));
        Assert.Equal(["credentials-as-keys"], Cases.Where(one => CaseStatements.ReasonToSkip(one) is not null).Select(one => one.Name));
    }

    [Fact]
    public void No_statement_leads_out_of_the_probe_s_place() => Assert.All(
        Cases.Where(one => CaseStatements.ReasonToSkip(one) is null).SelectMany(one => new CaseStatements(Place, Role, null).Of(one, one.Script)),
        sql => Assert.DoesNotMatch("s3://(?!own/manifests/probe-0a1b2c3d/)|111122223333", sql));

    [Fact]
    public async Task A_manifest_lists_the_probe_s_objects_and_other_objects_are_put_byte_for_byte()
    {
        var writer = new KeptObjects();
        var objects = new ProbeObjects(writer, Place);
        await objects.PutAsync([Case("manifest-lists-an-object-twice"), Case("bzip2")], TestContext.Current.CancellationToken);
        var manifest = writer.Objects["s3://own/manifests/probe-0a1b2c3d/manifest-lists-an-object-twice/harbour/the.manifest"];
        Assert.Contains("\"s3://own/manifests/probe-0a1b2c3d/manifest-lists-an-object-twice/harbour/", Encoding.UTF8.GetString(manifest));
        Assert.Contains(writer.Objects, pair => pair.Key.Contains("/bzip2/") && pair.Value.AsSpan().SequenceEqual(Case("bzip2").Objects[0].Content()));
        Assert.Empty(await objects.RemoveAsync());
        Assert.Empty(writer.Objects);
    }

    [Fact]
    public async Task What_can_not_be_removed_is_told()
    {
        var writer = new KeptObjects { Refuses = true };
        var objects = new ProbeObjects(writer, Place);
        await objects.PutAsync("s3://own/manifests/probe-0a1b2c3d/x", "x"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal([("s3://own/manifests/probe-0a1b2c3d/x", "no")], await objects.RemoveAsync());
    }

    static ConformanceCase Case(string name) => Cases.Single(one => one.Name == name);

    static IReadOnlyList<string> Script(string name) => new CaseStatements(Place, Role, null).Of(Case(name), Case(name).Script);
}
