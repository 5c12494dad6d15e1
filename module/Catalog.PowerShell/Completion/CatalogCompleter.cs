using System.Collections;
using System.ComponentModel;
using System.Management.Automation;
using System.Management.Automation.Language;
using Catalog.PowerShell.Sessions;

namespace Catalog.PowerShell.Completion;

/// <summary>A completer that asks the catalog. It never connects, never prompts and never throws.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CatalogCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            CompletionWord word = CompletionWord.Read(wordToComplete ?? string.Empty);
            CompletionScope scope = new(fakeBoundParameters ?? new Hashtable());
            return scope.Connection is { } connection || !NeedsSession
                ? [.. Candidates(scope, word.Text)
                    .Where(candidate => candidate.Text.StartsWith(word.Text, StringComparison.OrdinalIgnoreCase))
                    .Select(candidate => new CompletionResult(word.Quote(candidate.Text), candidate.Text, CompletionResultType.ParameterValue, candidate.ToolTip))]
                : [];
        }
        catch (Exception)
        {
            // Whatever goes wrong here was not asked for by anyone.
            return [];
        }
    }

    private protected virtual bool NeedsSession => true;

    private protected abstract IEnumerable<Candidate> Candidates(CompletionScope scope, string word);
}
