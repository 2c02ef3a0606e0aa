using System.Globalization;

namespace Starlift.CloudTests;

/// <summary>A stack of the scripted CloudFormation: each time it is looked at, it goes one step of its script.</summary>
/// <param name="name">CloudFormation's.</param>
/// <param name="place">What its ARN begins with.</param>
sealed class ScriptedStack(string name, string place)
{
    readonly Queue<(string Status, string LogicalId, string? Reason)> _script = new();
    int _events;

    public string Name { get; } = name;

    public string Id { get; } = $"{place}:stack/{name}/{Guid.NewGuid()}";

    public string Status { get; set; } = "REVIEW_IN_PROGRESS";

    public string? Reason { get; set; }

    public DateTimeOffset Created { get; set; } = TimeProvider.System.GetUtcNow();

    public Dictionary<string, string> Parameters
    {
        get;
        set
        {
            field = value;
            Capacities.Add($"{value.GetValueOrDefault("BaseCapacity")} {value.GetValueOrDefault("MaxCapacity")}");
        }
    }

        = [];

    /// <summary>Base and maximum after each change.</summary>
    public List<string> Capacities { get; } = [];

    public Dictionary<string, string> Tags { get; set; } = [];

    /// <summary>That the stack was last made with.</summary>
    public ScriptedTemplate? Template { get; set; }

    public bool Drifted { get; set; }

    /// <summary>Logical ids of what exists, in the order of creation.</summary>
    public List<string> Resources { get; } = [];

    /// <summary>Newest last: id, logical id, status, reason.</summary>
    public List<(string Id, string LogicalId, string Status, string? Reason)> Events { get; } = [];

    public bool IsServerless => Parameters.GetValueOrDefault("Kind") != "provisioned";

    public bool HasScript => _script.Count > 0;

    /// <summary>Begins a script: states of resources, and of the stack by its name.</summary>
    public void Begin(string status, params IEnumerable<(string Status, string LogicalId, string? Reason)> steps)
    {
        _script.Clear();
        Turn(status, Name, null);
        steps.ToList().ForEach(_script.Enqueue);
    }

    /// <summary>Goes one step, unless the next is of a resource that is held.</summary>
    public void Step(string? held)
    {
        if (_script.TryPeek(out var next) && (next.LogicalId != held || !next.Status.EndsWith("_COMPLETE", StringComparison.Ordinal)))
        {
            _script.Dequeue();
            Turn(next.Status, next.LogicalId, next.Reason);
        }
    }

    public string Physical(string logicalId) => logicalId switch
    {
        "Bucket" => $"{Name}-bucket-1x2y3z",
        "CopyRole" or "SwitchRole" or "DeletionRole" => $"{Name}-{logicalId}-ABC123",
        _ => Name,
    };

    public static string TypeOf(string logicalId) => logicalId switch
    {
        "Bucket" => "AWS::S3::Bucket",
        "CopyRole" or "SwitchRole" or "DeletionRole" => "AWS::IAM::Role",
        "SecurityGroup" => "AWS::EC2::SecurityGroup",
        "Switch" => "AWS::Scheduler::Schedule",
        "Namespace" => "AWS::RedshiftServerless::Namespace",
        "Workgroup" => "AWS::RedshiftServerless::Workgroup",
        "Cluster" => "AWS::Redshift::Cluster",
        "ParameterGroup" => "AWS::Redshift::ClusterParameterGroup",
        _ => "AWS::CloudFormation::Stack",
    };

    void Turn(string status, string logicalId, string? reason)
    {
        _events++;
        Events.Add(($"event-{_events.ToString(CultureInfo.InvariantCulture)}", logicalId, status, reason));
        if (logicalId == Name)
        {
            (Status, Reason) = (status, reason);
        }
        else if (status == "CREATE_COMPLETE")
        {
            Resources.Add(logicalId);
        }
        else if (status == "DELETE_COMPLETE")
        {
            Resources.Remove(logicalId);
        }
    }
}
