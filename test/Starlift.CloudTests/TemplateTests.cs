using System.Diagnostics;
using Starlift.Aws.Stacks;
using Starlift.CliTests;
using YamlDotNet.RepresentationModel;

namespace Starlift.CloudTests;

/// <summary>The template of the stack, as parsed.</summary>
public sealed class TemplateTests
{
    static readonly string TemplatePath = Path.Combine(SourceTree.Root, "src", "Starlift.Aws", "Stacks", "redshift.yaml");
    static readonly string[] NotTaggable = ["AWS::S3::BucketPolicy", "AWS::Scheduler::Schedule"];
    static readonly YamlMappingNode Root = Read();

    [Fact]
    public async Task Cfn_lint_finds_nothing()
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "cfn-lint")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "cfn-lint is not on PATH");
        using var lint = Process.Start(new ProcessStartInfo(program!, [TemplatePath]) { RedirectStandardOutput = true })!;
        var output = await lint.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await lint.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(lint.ExitCode == 0, output);
    }

    [Fact]
    public void Nothing_is_open_to_the_internet()
    {
        Assert.DoesNotContain(Scalars(Root), scalar => scalar.Contains("0.0.0.0/0", StringComparison.Ordinal) || scalar.Contains("::/0", StringComparison.Ordinal));
        Assert.Equal(["AdminCidr"], Mappings(Root).Where(node => node.Children.ContainsKey("CidrIp")).Select(node => ((YamlScalarNode)node["CidrIp"]).Value));
    }

    [Fact]
    public void No_statement_allows_a_wildcard_of_actions_and_what_is_allowed_everywhere_only_looks()
    {
        var allowed = Mappings(Root).Where(node => node.Children.TryGetValue("Effect", out var effect) && effect.ToString() == "Allow").ToList();
        Assert.True(allowed.Count > 10);
        foreach (var statement in allowed)
        {
            var actions = Scalars(statement["Action"]).ToList();
            Assert.DoesNotContain(actions, action => action.Contains('*'));
            if (statement.Children.TryGetValue("Resource", out var resource) && Scalars(resource).Contains("*"))
            {
                Assert.All(actions, action => Assert.Matches(":(Describe|Get|List)", action));
            }
        }
    }

    [Fact]
    public void No_parameter_and_no_property_is_a_password()
    {
        var keys = Mappings(Root).SelectMany(node => node.Children.Keys).Select(key => key.ToString()).Where(key => key.Contains("Password", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.Equal(["ManageAdminPassword", "ManageMasterPassword"], keys.Order());
    }

    [Fact]
    public void Everything_taggable_bears_the_three_tags()
    {
        foreach (var (name, resource) in Resources())
        {
            if (NotTaggable.Contains(resource["Type"].ToString()))
            {
                continue;
            }

            var tags = (YamlSequenceNode)((YamlMappingNode)resource["Properties"])["Tags"];
            Assert.True(tags.Select(tag => tag["Key"].ToString()).SequenceEqual(["project", "owner", StackParameters.StackTag]), name);
        }
    }

    [Fact]
    public void The_switch_stands_before_anything_that_costs_and_may_delete_this_stack_only()
    {
        var resources = Resources().ToDictionary(pair => pair.Name, pair => pair.Resource);
        Assert.Equal(["Switch", "Switch"], new[] { "Namespace", "Cluster" }.Select(name => resources[name]["DependsOn"].ToString()));
        var statements = Mappings(resources["SwitchRole"]["Properties"]["Policies"]).Where(node => node.Children.ContainsKey("Effect")).ToList();
        Assert.Equal(["cloudformation:DeleteStack", "iam:PassRole"], statements.Select(statement => statement["Action"].ToString()));
        Assert.Equal(["AWS::StackId", "DeletionRole.Arn"], statements.Select(statement => statement["Resource"].ToString()));
        Assert.Equal("${ExpiresAt}Z", resources["Switch"]["Properties"]["StartDate"].ToString());
    }

    [Fact]
    public void The_switch_fires_again_until_what_costs_is_deleted()
    {
        var resources = Resources().ToDictionary(pair => pair.Name, pair => pair.Resource);
        Assert.Equal("rate(30 minutes)", resources["Switch"]["Properties"]["ScheduleExpression"].ToString());
        Assert.Equal("Namespace", resources["Workgroup"]["Properties"]["NamespaceName"].ToString());
        Assert.DoesNotContain("EndDate", Mappings(resources["Switch"]).SelectMany(node => node.Children.Keys).Select(key => key.ToString()));
    }

    [Fact]
    public void Only_the_switch_depends_on_the_time()
    {
        var template = new ScriptedTemplate(File.ReadAllText(TemplatePath));
        Assert.Equal(["Switch"], Resources().Select(pair => pair.Name).Where(name => template.ParametersOf(name).Contains("ExpiresAt")));
    }

    [Fact]
    public void Who_deletes_the_stack_may_do_all_that_the_handlers_of_AWS_do()
    {
        var statements = Mappings(Resources().Single(pair => pair.Name == "DeletionRole").Resource["Properties"]["Policies"]).Where(node => node.Children.ContainsKey("Effect"));
        var allowed = statements.SelectMany(statement => Scalars(statement["Action"])).ToHashSet();
        Assert.Subset(allowed, HandlerActions.Of("delete").ToHashSet());
    }

    [Fact]
    public void Who_calls_up_may_do_all_that_the_handlers_of_AWS_do()
    {
        var allowed = CallerActions.ForUp.SelectMany(statement => statement.Actions).ToHashSet();
        Assert.Subset(allowed, HandlerActions.Of("create", "read", "update", "delete").ToHashSet());
    }

    [Fact]
    public void What_the_switch_can_not_delete_outlives_the_stack()
    {
        Assert.Equal(
            ["Bucket", "DeletionRole"],
            Resources().Where(pair => pair.Resource.Children.TryGetValue("DeletionPolicy", out var policy) && policy.ToString() == "RetainExceptOnCreate").Select(pair => pair.Name));
    }

    [Fact]
    public void Every_resource_is_encrypted_private_and_reached_over_TLS()
    {
        var resources = Resources().ToDictionary(pair => pair.Name, pair => pair.Resource["Properties"]);
        Assert.Equal("true", resources["Cluster"]["Encrypted"].ToString());
        Assert.Contains("require_ssl", Scalars(resources["Workgroup"]["ConfigParameters"]));
        Assert.Contains("require_ssl", Scalars(resources["ParameterGroup"]["Parameters"]));
        Assert.Equal(["true", "true", "true", "true"], ((YamlMappingNode)resources["Bucket"]["PublicAccessBlockConfiguration"]).Children.Values.Select(value => value.ToString()));
        Assert.Contains("AES256", Scalars(resources["Bucket"]["BucketEncryption"]));
    }

    [Fact]
    public void The_callers_policy_has_no_wildcard_actions_and_changes_only_what_it_names()
    {
        Assert.All(CallerActions.ForUp.SelectMany(statement => statement.Actions), action => Assert.Matches("^[a-z0-9-]+:[A-Za-z0-9]+$", action));
        Assert.All(
            CallerActions.ForUp.Where(statement => statement.Resources.Contains("*")).SelectMany(statement => statement.Actions),
            action => Assert.Matches(":(Describe|Get|List)", action));
        Assert.Equal(CallerActions.ForUp.Count, CallerActions.ForUp.Select(statement => statement.Sid).Distinct().Count());
    }

    [Fact]
    public void Every_parameter_of_the_template_is_given()
    {
        var given = StackParameters.Of(new StackOptions { Name = "starlift-x", Project = "x", Region = "us-west-2" }, "", "ada", DateTimeOffset.UnixEpoch).Keys;
        Assert.Equal(((YamlMappingNode)Root["Parameters"]).Children.Keys.Select(key => key.ToString()).Order(), given.Order());
    }

    static IEnumerable<(string Name, YamlMappingNode Resource)> Resources() =>
        ((YamlMappingNode)Root["Resources"]).Children.Select(pair => (pair.Key.ToString(), (YamlMappingNode)pair.Value));

    static IEnumerable<YamlMappingNode> Mappings(YamlNode node) => node.AllNodes.OfType<YamlMappingNode>();

    static IEnumerable<string> Scalars(YamlNode node) => node.AllNodes.OfType<YamlScalarNode>().Select(scalar => scalar.Value ?? "");

    static YamlMappingNode Read()
    {
        using var reader = new StreamReader(TemplatePath);
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
