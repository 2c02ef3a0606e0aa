using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Errors;
using Starlift.Projects;
using Starlift.Tests.Projects;
using Starlift.Warehouses;

namespace Starlift.Tests.Cli.Targets;

public sealed class OpenTargetTests
{
    [Fact]
    public async Task A_type_that_no_adapter_is_known_for_is_told_and_nothing_is_opened()
    {
        using var folder = ScratchProject.Sound();
        var project = folder.Read();
        var path = Path.Combine(folder.Folder, "other.db");
        var target = new TargetSettings("other", "oracle", new Dictionary<string, string> { ["path"] = path }, new SourcePlace("starlift.yaml", 3, 1));

        var error = await Assert.ThrowsAsync<ConfigurationException>(
            () => OpenTarget.OpenAsync(project, target, ObjectStores.Of(project, S3Settings.Default), S3Settings.Default, WarehouseAccess.Write, keepStaging: false, CancellationToken.None));

        Assert.Equal("starlift.yaml:3:1: the target 'other' is of type oracle, which this version of Starlift can't open", error.Message);
        Assert.False(File.Exists(path));
    }
}
