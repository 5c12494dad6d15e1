namespace Catalog.Sdk.Errors;

/// <summary>What a call is about: where the server names no error type, it tells what a 404 or 409 means.</summary>
internal enum ErrorSubject
{
    Catalog,
    Warehouse,
    Namespace,
    Table,
    Commit,
    Token,
}
