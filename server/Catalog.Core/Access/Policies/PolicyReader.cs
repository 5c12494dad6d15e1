using System.Text.Json;

namespace Catalog.Core.Access.Policies;

/// <summary>Reads policy documents. Whatever it does not know it refuses: a part that is skipped could be the one that denies.</summary>
internal static class PolicyReader
{
    private const int MostCharacters = 20_480;

    public static IReadOnlyList<PolicyStatement> Read(string json)
    {
        if (json.Length > MostCharacters)
        {
            throw new InvalidPolicyException($"The policy has more than {MostCharacters} characters.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            JsonElement root = document.RootElement;
            CheckMembers(root, "The policy", "Version", "Id", "Statement");
            JsonElement statements = Member(root, "The policy", "Statement");
            return statements.ValueKind == JsonValueKind.Array
                ? [.. statements.EnumerateArray().Select((statement, i) => ReadStatement(statement, $"Statement {i + 1}"))]
                : [ReadStatement(statements, "The statement")];
        }
        catch (JsonException e)
        {
            throw new InvalidPolicyException($"The policy is not valid JSON: {e.Message}");
        }
    }

    private static PolicyStatement ReadStatement(JsonElement statement, string where)
    {
        CheckMembers(statement, where, "Sid", "Effect", "Action", "Resource", "Condition");
        string effect = Strings(Member(statement, where, "Effect"), $"{where}, Effect") is [var only] ? only : "";
        if (effect is not ("Allow" or "Deny"))
        {
            throw new InvalidPolicyException($"{where}: Effect is neither Allow nor Deny.");
        }

        ulong actions = 0;
        foreach (string pattern in Strings(Member(statement, where, "Action"), $"{where}, Action"))
        {
            ulong named = Named(pattern);
            actions |= named != 0 ? named : throw new InvalidPolicyException($"{where}: the action '{pattern}' names nothing that this server does.");
        }

        IReadOnlyList<string> resources = Strings(Member(statement, where, "Resource"), $"{where}, Resource");
        foreach (string resource in resources)
        {
            if (resource != "*" && !resource.StartsWith(PolicyPermissions.ResourcePrefix, StringComparison.Ordinal))
            {
                throw new InvalidPolicyException($"{where}: the resource '{resource}' is neither * nor begins with {PolicyPermissions.ResourcePrefix}.");
            }
        }

        return new PolicyStatement(effect == "Deny", actions, resources,
            statement.TryGetProperty("Condition", out JsonElement conditions) ? ReadConditions(conditions, where) : []);
    }

    private static List<PolicyCondition> ReadConditions(JsonElement conditions, string where)
    {
        if (conditions.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidPolicyException($"{where}: Condition is not an object.");
        }

        List<PolicyCondition> read = [];
        foreach (JsonProperty comparison in conditions.EnumerateObject())
        {
            if (!Enum.GetNames<PolicyOperator>().Contains(comparison.Name) || comparison.Value.ValueKind != JsonValueKind.Object)
            {
                throw new InvalidPolicyException($"{where}: the condition '{comparison.Name}' is none of {string.Join(", ", Enum.GetNames<PolicyOperator>())}.");
            }

            foreach (JsonProperty key in comparison.Value.EnumerateObject())
            {
                PolicyConditionKey known = key.Name.ToUpperInvariant() switch
                {
                    "S3TABLES:NAMESPACE" => PolicyConditionKey.Namespace,
                    "S3TABLES:TABLENAME" => PolicyConditionKey.TableName,
                    _ => throw new InvalidPolicyException($"{where}: the condition key '{key.Name}' is neither s3tables:namespace nor s3tables:tableName."),
                };
                read.Add(new PolicyCondition(known, Enum.Parse<PolicyOperator>(comparison.Name), Strings(key.Value, $"{where}, {key.Name}")));
            }
        }

        return read;
    }

    private static ulong Named(string pattern)
    {
        ulong named = 0;
        foreach (CatalogAction action in Enum.GetValues<CatalogAction>())
        {
            // Actions are the one part of a policy that ignores case.
            if (Wildcard.IsMatch(pattern.ToUpperInvariant(), action.PolicyName().ToUpperInvariant()))
            {
                named |= 1UL << (int)action;
            }
        }

        return named;
    }

    private static void CheckMembers(JsonElement element, string where, params ReadOnlySpan<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidPolicyException($"{where} is not an object.");
        }

        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                throw new InvalidPolicyException($"{where}: '{member.Name}' is not supported.");
            }
        }
    }

    private static JsonElement Member(JsonElement element, string where, string name) =>
        element.TryGetProperty(name, out JsonElement member) ? member : throw new InvalidPolicyException($"{where} lacks {name}.");

    private static List<string> Strings(JsonElement element, string where)
    {
        List<string> strings = element.ValueKind switch
        {
            JsonValueKind.String => [element.GetString()!],
            JsonValueKind.Array => [.. element.EnumerateArray().Select(item =>
                item.ValueKind == JsonValueKind.String ? item.GetString()! : throw new InvalidPolicyException($"{where}: not a list of strings."))],
            _ => throw new InvalidPolicyException($"{where}: neither a string nor a list of strings."),
        };
        return strings.Count > 0 ? strings : throw new InvalidPolicyException($"{where}: the list is empty.");
    }
}
