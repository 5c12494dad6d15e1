namespace Catalog.Server.Settings;

/// <summary>What an operator may choose about the AIStor surface (<c>AIStor</c>).</summary>
/// <param name="PurgeByDefault">Whether a drop that does not say <c>purgeRequested</c> purges.</param>
/// <param name="RefuseLocation">Whether a create that names a <c>location</c> is refused rather than placed.</param>
/// <param name="AllowUnsignedPayload">Whether <c>UNSIGNED-PAYLOAD</c> is accepted as a body hash.</param>
/// <param name="TransactionTimeout">How long a multi-table transaction may take.</param>
internal sealed record AIStorSettings(bool PurgeByDefault, bool RefuseLocation, bool AllowUnsignedPayload, TimeSpan TransactionTimeout);
