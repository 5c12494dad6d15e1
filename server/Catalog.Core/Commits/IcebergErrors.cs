using Catalog.Iceberg;
using Catalog.Storage;

namespace Catalog.Core;

/// <summary>What the format's rules refuse, in the catalog's own family of errors.</summary>
internal static class IcebergErrors
{
    public static T Translate<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (RequirementFailedException failure)
        {
            throw new CommitConflictException(failure.Message);
        }
        catch (MetadataValidationException failure)
        {
            throw new InvalidRequestException(failure.Message, failure.Field, failure);
        }
        catch (FileTooLargeException failure)
        {
            throw new InvalidRequestException(failure.Message, null, failure);
        }
    }
}
