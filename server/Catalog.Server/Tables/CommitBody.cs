using System.Text.Json;
using Catalog.Core;
using Catalog.Iceberg;

namespace Catalog.Server.Tables;

/// <summary>Reads the body of a commit.</summary>
internal static class CommitBody
{
    private static readonly string[] Lists = ["requirements", "updates"];

    // Iceberg's specification requires both lists. Go's clients write an empty one as null, so that is taken as one.
    public static CommitTableRequest Parse(JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Object)
        {
            foreach (string list in Lists)
            {
                if (!body.TryGetProperty(list, out _))
                {
                    throw new InvalidRequestException($"{list} is missing", list);
                }
            }
        }

        return CommitTableRequest.Parse(body);
    }
}
