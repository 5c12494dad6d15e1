# The cmdlets live in a load context of their own (see Catalog.Loading.ModuleLoadContext), so that no other
# module's copy of their packages can stand in for ours. The manifest has loaded the loader by RequiredAssemblies.
$cmdlets = [Catalog.Loading.ModuleLoadContext]::LoadModule()
$inner = Import-Module -Assembly $cmdlets -PassThru

# A second import of an assembly finds it in PowerShell's cache and leaves its cmdlets unexported
# (https://github.com/PowerShell/PowerShell/issues/20710): they are added to this module by hand.
$self = $ExecutionContext.SessionState.Module
if ($self.ExportedCmdlets.Count -lt $inner.ExportedCmdlets.Count) {
    $flags = [System.Reflection.BindingFlags]'Instance, NonPublic'
    $addCmdlet = [psmoduleinfo].GetMethod('AddExportedCmdlet', $flags)
    foreach ($cmdlet in $inner.ExportedCmdlets.Values) {
        $null = $addCmdlet.Invoke($self, @($cmdlet))
    }
}
