using Catalog.Persistence.Rows;

namespace Catalog.Core;

/// <summary>Does the jobs of one kind. A job may be begun twice when a server dies: doing it again must be harmless.</summary>
internal interface IJobHandler
{
    /// <summary>The kind of job.</summary>
    string Kind { get; }

    /// <summary>Does a job to its end.</summary>
    Task RunAsync(JobRow job, CancellationToken cancellationToken);
}
