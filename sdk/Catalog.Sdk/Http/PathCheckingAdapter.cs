using System.Diagnostics.CodeAnalysis;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;

namespace Catalog.Sdk.Http;

/// <summary>Refuses path values of the generated client that would walk up the path, before the call.</summary>
internal sealed class PathCheckingAdapter(IRequestAdapter inner) : IRequestAdapter
{
    public ISerializationWriterFactory SerializationWriterFactory => inner.SerializationWriterFactory;

    public string? BaseUrl
    {
        get => inner.BaseUrl;
        set => inner.BaseUrl = value;
    }

    public void EnableBackingStore(IBackingStoreFactory backingStoreFactory) => inner.EnableBackingStore(backingStoreFactory);

    public Task<ModelType?> SendAsync<ModelType>(RequestInformation requestInfo, ParsableFactory<ModelType> factory, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null, CancellationToken cancellationToken = default)
        where ModelType : IParsable =>
        inner.SendAsync(Checked(requestInfo), factory, errorMapping, cancellationToken);

    public Task<IEnumerable<ModelType>?> SendCollectionAsync<ModelType>(RequestInformation requestInfo, ParsableFactory<ModelType> factory, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null, CancellationToken cancellationToken = default)
        where ModelType : IParsable =>
        inner.SendCollectionAsync(Checked(requestInfo), factory, errorMapping, cancellationToken);

    public Task<ModelType?> SendPrimitiveAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] ModelType>(RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null, CancellationToken cancellationToken = default) =>
        inner.SendPrimitiveAsync<ModelType>(Checked(requestInfo), errorMapping, cancellationToken);

    public Task<IEnumerable<ModelType>?> SendPrimitiveCollectionAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] ModelType>(RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null, CancellationToken cancellationToken = default) =>
        inner.SendPrimitiveCollectionAsync<ModelType>(Checked(requestInfo), errorMapping, cancellationToken);

    public Task SendNoContentAsync(RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null, CancellationToken cancellationToken = default) =>
        inner.SendNoContentAsync(Checked(requestInfo), errorMapping, cancellationToken);

    public Task<T?> ConvertToNativeRequestAsync<T>(RequestInformation requestInfo, CancellationToken cancellationToken = default) =>
        inner.ConvertToNativeRequestAsync<T>(Checked(requestInfo), cancellationToken);

    private static RequestInformation Checked(RequestInformation request)
    {
        foreach ((string name, object value) in request.PathParameters)
        {
            // The base address is a parameter too, and no segment. Levels of a namespace are joined within theirs.
            if (name != "baseurl" && value is string text && text is "" or "." or "..")
            {
                throw new ArgumentException($"'{text}' cannot be the value of '{name}': empty names, '.' and '..' have no place in a URL.", nameof(request));
            }
        }

        // One name in path and query is one variable of the URL template: its value in the path fills both.
        foreach (string name in request.QueryParameters.Keys.Where(request.PathParameters.ContainsKey).ToArray())
        {
            request.QueryParameters.Remove(name);
        }

        return request;
    }
}
