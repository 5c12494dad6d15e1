using System.Globalization;
using Catalog.Testing.Rest;

namespace Catalog.Clients.Tests.JavaKit;

/// <summary>A group of the kit's tests; each runs over both surfaces unless it says why not.</summary>
[Collection(KitCollection.Name)]
public abstract class KitTest(KitServer server)
{
    protected const string Planasonix = "Planasonix";
    protected const string AIStor = "AIStor";
    private static int s_counter;

    internal JavaClient Open(string surface) => new(server.Catalog(surface));

    /// <summary>A namespace name that no other test uses.</summary>
    protected static string Fresh(string surface) =>
        $"kit_{surface.ToLowerInvariant()}_{Interlocked.Increment(ref s_counter).ToString(CultureInfo.InvariantCulture)}";

    internal async Task<(JavaClient Client, string Namespace)> OpenWithNamespaceAsync(string surface)
    {
        JavaClient client = Open(surface);
        string name = Fresh(surface);
        (await client.CreateNamespaceAsync([name])).Status.ShouldBe(200);
        return (client, name);
    }

    internal static void MustRefuse(RawAnswer answer, int status, string type, string message)
    {
        answer.Status.ShouldBe(status, answer.Text);
        answer.ErrorType.ShouldBe(type, answer.Text);
        answer.ErrorMessage.ShouldContain(message);
        answer.Json.GetProperty("error").GetProperty("code").GetInt32().ShouldBe(status);
    }

    internal static void MustSucceed(RawAnswer answer, int status = 200) => answer.Status.ShouldBe(status, answer.Text);
}
