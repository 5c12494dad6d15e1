#!/usr/bin/env pwsh
<#
.SYNOPSIS
    The tasks a maintainer runs.
.DESCRIPTION
    Each task is also one plain command, listed in CONTRIBUTING.md.
.PARAMETER Task
    Generate: join the contract and generate the client again.
    Build:    build everything, the importable module too.
    Test:     run every test.
    Pack:     pack the SDK and the module into artifacts/.
    Bench:    run the benchmarks.
.PARAMETER Configuration
    Debug or Release. Pack and Bench use Release.
.EXAMPLE
    ./build.ps1 -Task Build, Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Generate', 'Build', 'Test', 'Pack', 'Bench')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-Location $PSScriptRoot

$tasks = @{
    Generate = { dotnet run --project openapi/Catalog.OpenApi.Join -- generate }
    Build    = { dotnet build Catalog.sln -c $Configuration }
    Test     = { dotnet test -c $Configuration }
    Pack     = {
        dotnet pack sdk/Catalog.Sdk -c Release -o artifacts/packages
        dotnet build module/Catalog.PowerShell -c Release
        Compress-Archive module/out/Catalog artifacts/Catalog.zip -Force
    }
    Bench    = { dotnet run -c Release --project tests/Catalog.Benchmarks -- all }
}

foreach ($name in $Task) {
    Write-Host "== $name" -ForegroundColor Cyan
    & $tasks[$name]
}
