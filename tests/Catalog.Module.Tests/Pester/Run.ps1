# Runs the suites beside this file and leaves their results as JSON; called by PesterRun.
param(
    [string] $Pattern = '*',
    [Parameter(Mandatory)] [string] $ResultPath
)

$ErrorActionPreference = 'Stop'
Import-Module $env:TEST_PESTER
$configuration = New-PesterConfiguration
$configuration.Run.Path = @(Get-ChildItem -Path $PSScriptRoot -Filter "$Pattern.Tests.ps1").FullName
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = if ($env:PESTER_OUTPUT) { $env:PESTER_OUTPUT } else { 'None' }
$run = Invoke-Pester -Configuration $configuration

$results = foreach ($container in $run.Containers) {
    $file = Split-Path -Leaf $container.Item
    foreach ($record in $container.ErrorRecord) {
        @{ File = $file; Name = 'the file is read'; Result = 'Failed'; Message = "$record"; Milliseconds = 0 }
    }

    foreach ($block in $container.Blocks) {
        foreach ($record in $block.ErrorRecord) {
            @{ File = $file; Name = "the block '$($block.ExpandedName)' is set up"; Result = 'Failed'; Message = "$record`n$($record.ScriptStackTrace)"; Milliseconds = 0 }
        }
    }
}

$results = @($results) + @(foreach ($test in $run.Tests) {
    $message = @($test.ErrorRecord | ForEach-Object { "$_`n$($_.ScriptStackTrace)" }) -join "`n"
    @{
        File         = Split-Path -Leaf $test.ScriptBlock.File
        Name         = $test.ExpandedPath
        Result       = "$($test.Result)"
        Message      = $message
        Milliseconds = $test.Duration.TotalMilliseconds
    }
})
ConvertTo-Json -InputObject @($results | Where-Object { $_ }) -Depth 3 | Set-Content -LiteralPath $ResultPath
