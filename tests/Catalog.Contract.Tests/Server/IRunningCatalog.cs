namespace Catalog.Contract.Tests.Server;

/// <summary>A server that answers, whichever way it is reached.</summary>
public interface IRunningCatalog
{
    /// <summary>Its address.</summary>
    Uri Address { get; }

    /// <summary>The key of the organisation whose warehouse is <c>main</c>.</summary>
    string PlanasonixKey { get; }

    /// <summary>The administrator's access key.</summary>
    string AIStorAccessKey { get; }

    /// <summary>The administrator's secret key.</summary>
    string AIStorSecretKey { get; }

    /// <summary>What sends requests to it; each call makes a new one.</summary>
    HttpMessageHandler CreateHandler();
}
