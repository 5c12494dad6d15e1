# Dot-sourced by each suite's BeforeAll: the module, and how to reach the server of the run.
$ErrorActionPreference = 'Stop'
Import-Module $env:TEST_MODULE -Force

function Connect-Test {
    [CmdletBinding()]
    param([string] $Surface = 'Planasonix', [string] $Warehouse = 'main', [string] $Uri = $env:TEST_URI, [int] $TimeoutSec = 60)
    $parameters = @{ Uri = $Uri; Surface = $Surface; Warehouse = $Warehouse; TimeoutSec = $TimeoutSec; PassThru = $true }
    if ($Surface -eq 'AIStor') {
        Connect-Catalog @parameters -AccessKey $env:TEST_AISTOR_ACCESS_KEY -SecretKey $env:TEST_AISTOR_SECRET_KEY
    }
    else {
        Connect-Catalog @parameters -ApiKey $env:TEST_PLANASONIX_KEY
    }
}

function New-TestName([string] $Prefix = 'ns') { "${Prefix}_$([guid]::NewGuid().ToString('N').Substring(0, 12))" }

function New-TestSchema {
    New-TableSchema -IdentifierField id -Field @(
        New-TableField id long -Required -Doc 'The key'
        New-TableField placed timestamp
        New-TableField customer 'struct<name: string, city: string>'
    )
}

# Two snapshots, the second one current. No data is behind them: the catalog does not open manifest lists at a commit.
function Add-TestSnapshot([string] $Namespace, [string] $Name) {
    $table = Get-Table $Namespace $Name
    $now = [DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds()
    $first = [Random]::Shared.NextInt64(1000000000000000000, 4000000000000000000)
    foreach ($i in 0, 1) {
        $snapshot = [ordered]@{
            'snapshot-id' = $first + $i; 'sequence-number' = $i + 1; 'timestamp-ms' = $now + $i; 'schema-id' = 0
            'manifest-list' = "$($table.Location)/metadata/snap-$($first + $i).avro"
            summary = @{ operation = 'append'; 'added-records' = "$($i + 1)" }
        }
        if ($i) { $snapshot['parent-snapshot-id'] = $first }
        $null = Submit-TableCommit $Namespace $Name -Update (New-TableUpdate -AddSnapshot $snapshot), (New-TableUpdate -SetBranch main -SnapshotId ($first + $i))
    }

    $first, ($first + 1)
}

function Get-FailureOf([scriptblock] $Script) {
    try { & $Script } catch { return $_ }
    throw 'No error came.'
}
