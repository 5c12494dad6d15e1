using System.Globalization;
using Catalog.Core;
using Catalog.Server.Routing;

namespace Catalog.Server.Requests;

/// <summary>Reads query parameters that several operations share.</summary>
internal static class QueryParameters
{
    public static PageRequest Page(this CatalogCall call)
    {
        string? token = call.Query("pageToken");
        string? size = call.Query("pageSize");
        if (string.IsNullOrEmpty(size))
        {
            return new PageRequest(token, null);
        }

        return int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? new PageRequest(token, number)
            : throw new InvalidRequestException("pageSize must be a number, 1 or more", "pageSize");
    }

    /// <summary>A switch, in any case (PyIceberg sends <c>True</c>); null when it is absent.</summary>
    public static bool? Switch(this CatalogCall call, string name)
    {
        string? value = call.Query(name);
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        return bool.TryParse(value, out bool parsed) ? parsed : throw new InvalidRequestException($"{name} must be true or false", name);
    }

    /// <summary>The namespace whose children are asked for; null for the top level.</summary>
    public static NamespaceName? Parent(this CatalogCall call)
    {
        string? parent = call.Query("parent");
        if (string.IsNullOrEmpty(parent))
        {
            return null;
        }

        if (call.Reading == NameReading.Otherwise && RawName.TryDecode(parent, plusIsSpace: false, out string again))
        {
            parent = again;
        }

        return NamespaceName.Of(parent.Split(NamespaceName.Separator));
    }
}
