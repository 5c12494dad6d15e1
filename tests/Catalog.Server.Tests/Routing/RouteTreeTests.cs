using Catalog.Server.Routing;

namespace Catalog.Server.Tests.Routing;

public sealed class RouteTreeTests
{
    private readonly RouteTree<string> _routes = new();

    public RouteTreeTests()
    {
        foreach (string prefix in (string[])["/v1", "/v1/v1", "/v1/{warehouse}"])
        {
            _routes.Add("GET", prefix + "/namespaces", "list " + prefix);
            _routes.Add("GET", prefix + "/namespaces/{namespace}", "get " + prefix);
            _routes.Add("POST", prefix + "/namespaces/{namespace}/properties", "properties " + prefix);
            _routes.Add("POST", prefix + "/tables/rename", "rename " + prefix);
        }
    }

    [Theory]
    [InlineData("GET", "/v1/namespaces", "list /v1")]
    [InlineData("GET", "/v1/v1/namespaces?x=y", "list /v1/v1")]
    [InlineData("GET", "/v1/main/namespaces", "list /v1/{warehouse}")]
    [InlineData("GET", "/v1/namespaces/namespaces", "get /v1")]
    [InlineData("GET", "/v1/main/namespaces/a%2Fb", "get /v1/{warehouse}")]
    [InlineData("POST", "/v1/namespaces/a/properties", "properties /v1")]
    [InlineData("GET", "http://host:1/v1/namespaces/a", "get /v1")]
    public void TryFind_KnownPath_FindsItsRoute(string method, string target, string expected)
    {
        _routes.TryFind(method, RawTarget.Parse(target), out string? found, out _, out _).ShouldBeTrue();

        found.ShouldBe(expected);
    }

    [Theory]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    [InlineData("/v1/namespaces/")]
    [InlineData("/v1//namespaces")]
    [InlineData("/v1/Namespaces/a/b/c")]
    [InlineData("/v1/namespaces/a/tables/t/x/y/z/1/2/3/4/5/6/7/8/9")]
    [InlineData("*")]
    [InlineData("")]
    public void TryFind_UnknownPath_FindsNothing(string target) =>
        _routes.TryFind("GET", RawTarget.Parse(target), out _, out _, out _).ShouldBeFalse();

    [Fact]
    public void TryFind_OtherMethod_NamesThoseServed()
    {
        _routes.TryFind("PUT", RawTarget.Parse("/v1/tables/rename"), out string? found, out _, out string? allowed).ShouldBeTrue();

        found.ShouldBeNull();
        allowed.ShouldBe("POST");
    }

    [Fact]
    public void TryFind_Parameters_SaysWhereTheyAre()
    {
        RawTarget target = RawTarget.Parse("/v1/main/namespaces/a%1Fb");

        _routes.TryFind("GET", target, out _, out RouteParameters parameters, out _).ShouldBeTrue();

        target[parameters.Warehouse].ToString().ShouldBe("main");
        target[parameters.Namespace].ToString().ShouldBe("a%1Fb");
        parameters.Table.ShouldBe(-1);
    }
}
