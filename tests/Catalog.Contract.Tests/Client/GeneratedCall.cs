using System.Reflection;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json.Nodes;
using Catalog.Sdk.Generated;
using Catalog.Testing.Contract;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;

namespace Catalog.Contract.Tests.Client;

/// <summary>One call of an operation through the generated client, found by the operation's path and method.</summary>
internal sealed class GeneratedCall(ContractOperation operation)
{
    public const string Origin = "http://catalog.test";

    private static readonly MethodInfo Configure = typeof(GeneratedCall).GetMethod(nameof(Configured), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo Read = typeof(GeneratedCall).GetMethod(nameof(ReadBody), BindingFlags.NonPublic | BindingFlags.Static)!;

    public IReadOnlyDictionary<string, string> PathValues { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, JsonNode> Query { get; init; } = new Dictionary<string, JsonNode>();

    public JsonNode? Body { get; init; }

    /// <summary>Sends the call and returns the answer, written as JSON again; null when there is no body.</summary>
    public async Task<JsonNode?> SendAsync(HttpMessageHandler handler)
    {
        using HttpClient http = new(handler, disposeHandler: false);
        using HttpClientRequestAdapter adapter = new(new AnonymousAuthenticationProvider(), httpClient: http) { BaseUrl = Origin };
        object builder = Navigate(new CatalogApiClient(adapter));
        MethodInfo method = builder.GetType().GetMethods().Single(m => m.Name.Equals(operation.Method + "Async", StringComparison.OrdinalIgnoreCase));
        object?[] arguments = [.. method.GetParameters().Select(Argument)];

        Task task = (Task)method.Invoke(builder, arguments)!;
        await task;
        return method.ReturnType.IsGenericType && task.GetType().GetProperty("Result")!.GetValue(task) is IParsable answer ? await WriteAsync(answer) : null;
    }

    private object Navigate(object builder)
    {
        foreach (string segment in operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            builder = segment.StartsWith('{')
                ? builder.GetType().GetProperties()
                    .Single(p => p.GetIndexParameters() is [{ ParameterType: { } type }] && type == typeof(string))
                    .GetValue(builder, [PathValues[segment[1..^1]]])!
                : builder.GetType().GetProperties()
                    .Single(p => p.Name.Equals(segment.Trim('_'), StringComparison.OrdinalIgnoreCase))
                    .GetValue(builder)!;
        }

        return builder;
    }

    private object? Argument(ParameterInfo parameter) => parameter.ParameterType switch
    {
        { } token when token == typeof(CancellationToken) => CancellationToken.None,
        { IsGenericType: true } action => Configure
            .MakeGenericMethod(action.GetGenericArguments()[0].GetGenericArguments()[0])
            .Invoke(null, [this]),
        { } body => Read.MakeGenericMethod(body).Invoke(null, [Body!.ToJsonString()]),
    };

    private static Action<RequestConfiguration<T>> Configured<T>(GeneratedCall call)
        where T : class, new() => configuration =>
    {
        foreach ((string name, string value) in call.Headers)
        {
            configuration.Headers.Add(name, value);
        }

        PropertyInfo[] properties = [.. typeof(T).GetProperties().Where(p => !call.PathValues.ContainsKey(QueryName(p)))];
        properties.Select(QueryName).Order().ShouldBe(call.Query.Keys.Order(), "the client's query parameters are the contract's");
        foreach (PropertyInfo property in properties)
        {
            property.SetValue(configuration.QueryParameters, Convert(call.Query[QueryName(property)], property.PropertyType));
        }
    };

    private static string QueryName(PropertyInfo property) => Uri.UnescapeDataString(
        property.GetCustomAttribute<QueryParameterAttribute>()?.TemplateName ?? char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);

    private static object Convert(JsonNode value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum
            ? type.GetFields().Single(f => f.GetCustomAttribute<EnumMemberAttribute>()?.Value == value.GetValue<string>()).GetValue(null)!
            : System.Convert.ChangeType(value.ToString(), type, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static T ReadBody<T>(string json)
        where T : IParsable
    {
        ParsableFactory<T> factory = typeof(T).GetMethod("CreateFromDiscriminatorValue")!.CreateDelegate<ParsableFactory<T>>();
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));
        IParseNode node = new JsonParseNodeFactory().GetRootParseNodeAsync("application/json", stream).GetAwaiter().GetResult();
        return node.GetObjectValue(factory)!;
    }

    private static async Task<JsonNode?> WriteAsync(IParsable value)
    {
        using JsonSerializationWriter writer = new();
        writer.WriteObjectValue(null, value);
        await using Stream content = writer.GetSerializedContent();
        return await JsonNode.ParseAsync(content);
    }
}
