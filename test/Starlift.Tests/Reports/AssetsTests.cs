using System.Security.Cryptography;
using System.Text;
using Starlift.Reports.Page;

namespace Starlift.Tests.Reports;

public sealed class AssetsTests
{
    [Fact]
    public void The_script_is_made_of_the_sources_in_the_repository()
    {
        var sources = Repository.Files("report/src", "*.js").Select(path => path["report/".Length..]);
        var content = string.Concat(new[] { "build.mjs", "licences.txt", "package-lock.json" }.Concat(sources.Order(StringComparer.Ordinal)).Select(path => $"{path}\n{Repository.Read($"report/{path}")}\n"));
        var stamp = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..16];
        Assert.True(
            Assets.Script.StartsWith($"/*! stamp {stamp}\n", StringComparison.Ordinal),
            $"report/ changed and the script did not: run ./build report ({Assets.Script.Split('\n')[0]} where {stamp} is due)");
    }

    [Fact]
    public void The_script_carries_the_licences_of_what_it_holds()
    {
        foreach (var notice in new[] { "Apache ECharts", "Apache License, Version 2.0", "Baidu Inc.", "Mike Bostock", "0BSD", "Natural Earth" })
        {
            Assert.Contains(notice, Assets.Script[..6000]);
        }
    }

    [Fact]
    public void The_script_ends_no_element_and_is_small()
    {
        Assert.DoesNotContain("</script", Assets.Script, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<!--", Assets.Script);
        Assert.True(Encoding.UTF8.GetByteCount(Assets.Script) < 680_000);
    }

    [Fact]
    public void The_lock_file_names_no_registry() => Assert.DoesNotContain("resolved", Repository.Read("report/package-lock.json"));
}
