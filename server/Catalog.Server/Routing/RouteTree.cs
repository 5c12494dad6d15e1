namespace Catalog.Server.Routing;

/// <summary>
/// Finds the routes of a raw target. Literals are compared byte for byte and win over parameters.
/// </summary>
/// <typeparam name="T">What a route leads to.</typeparam>
internal sealed class RouteTree<T>
    where T : class
{
    private readonly Node _root = new();

    /// <summary>Adds a template such as <c>/v1/namespaces/{namespace}</c>.</summary>
    public void Add(string method, string template, T target)
    {
        Node node = _root;
        int index = 0;
        RouteParameters parameters = RouteParameters.None;
        foreach (string segment in template.Split('/')[1..])
        {
            if (segment is ['{', .., '}'])
            {
                node = node.Parameter ??= new Node();
                parameters = parameters.With(segment[1..^1], index);
            }
            else
            {
                node = node.Literal(segment);
            }

            index++;
        }

        node.Methods.Add(new Method(method, target, parameters));
    }

    /// <summary>Finds what <paramref name="method"/> on the target leads to.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="target">The raw target.</param>
    /// <param name="found">The route; null when only other methods are served.</param>
    /// <param name="parameters">Which segments hold the route's parameters.</param>
    /// <param name="allowed">The methods served there, when <paramref name="found"/> is null.</param>
    /// <returns>Whether the path is known at all.</returns>
    public bool TryFind(string method, in RawTarget target, out T? found, out RouteParameters parameters, out string? allowed)
    {
        found = null;
        parameters = RouteParameters.None;
        allowed = null;
        if (target.Count <= 0)
        {
            return false;
        }

        Node? node = Walk(_root, target, 0, method);
        if (node is null)
        {
            // Two templates may cover one path with different methods: what one lacks the other may have.
            node = Walk(_root, target, 0, method: null);
            allowed = node is null ? null : string.Join(", ", node.Methods.Select(m => m.Name).Distinct());
            return node is not null;
        }

        foreach (Method candidate in node.Methods)
        {
            if (candidate.Name == method)
            {
                found = candidate.Target;
                parameters = candidate.Parameters;
                return true;
            }
        }

        return false;
    }

    private static Node? Walk(Node node, in RawTarget target, int index, string? method)
    {
        if (index == target.Count)
        {
            return node.Serves(method) ? node : null;
        }

        ReadOnlySpan<char> segment = target[index];
        if (segment.IsEmpty)
        {
            return null;
        }

        foreach ((string literal, Node next) in node.Literals)
        {
            if (segment.SequenceEqual(literal))
            {
                if (Walk(next, target, index + 1, method) is { } found)
                {
                    return found;
                }

                break;
            }
        }

        return node.Parameter is null ? null : Walk(node.Parameter, target, index + 1, method);
    }

    private sealed record Method(string Name, T Target, RouteParameters Parameters);

    private sealed class Node
    {
        public List<(string Literal, Node Next)> Literals { get; } = [];

        public Node? Parameter { get; set; }

        public List<Method> Methods { get; } = [];

        public bool Serves(string? method)
        {
            foreach (Method candidate in Methods)
            {
                if (method is null || candidate.Name == method)
                {
                    return true;
                }
            }

            return false;
        }

        public Node Literal(string literal)
        {
            foreach ((string known, Node next) in Literals)
            {
                if (known == literal)
                {
                    return next;
                }
            }

            Node added = new();
            Literals.Add((literal, added));
            return added;
        }
    }
}
