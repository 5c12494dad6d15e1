# Runs the help's examples as they are printed. Dot-sourced by Example.Tests.ps1.
# UPDATE_EXAMPLES=1 records what came instead of comparing it.

function Start-ExampleServer {
    $listener = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
    $listener.Start()
    $port = $listener.LocalEndpoint.Port
    $listener.Stop()
    $data = Join-Path ([System.IO.Path]::GetTempPath()) "cx-$([guid]::NewGuid().ToString('N').Substring(0, 8))"
    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
    foreach ($argument in $env:TEST_SERVER, '--urls', "http://127.0.0.1:$port", '--Data:Path', $data, '--Bootstrap:PlanasonixKey', 'flx_examples_examples_examples',
        '--Bootstrap:AIStorAccessKey', 'AKEXAMPLESEXAMPLESEX', '--Bootstrap:AIStorSecretKey', 'examples_examples_examples_examples') { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $process.BeginOutputReadLine()
    $process.BeginErrorReadLine()
    $uri = "http://127.0.0.1:$port"
    $deadline = [DateTime]::Now.AddSeconds(60)
    while ([DateTime]::Now -lt $deadline) {
        try { $null = Invoke-RestMethod "$uri/health/ready" -TimeoutSec 2; break } catch { Start-Sleep -Milliseconds 50 }
    }

    @{ Process = $process; Uri = $uri; Data = $data }
}

function Stop-ExampleServer($Server) {
    $Server.Process.Kill()
    $Server.Process.WaitForExit()
    Remove-Item $Server.Data -Recurse -Force -ErrorAction Ignore
}

function Read-Example([string] $Path) {
    $example = $null
    $block = $null
    switch -File $Path {
        { $null -eq $block -and $_.StartsWith('## ') } { if ($example) { $example }; $example = @{ Title = $_.Substring(3); Text = [System.Collections.Generic.List[string]]::new(); Code = @(); Output = @() }; continue }
        { $_.StartsWith('```') } { $block = if ($null -eq $block) { $_.Substring(3) } else { $null }; continue }
        { $block -eq 'powershell' } { $example.Code += $_; continue }
        { $block -eq 'output' } { $example.Output += $_; continue }
        { $example -and $_ } { $example.Text.Add($_) }
    }

    if ($example) { $example }
}

function Write-Example([string] $Path, $Examples) {
    $lines = @("# $([System.IO.Path]::GetFileNameWithoutExtension($Path))")
    foreach ($example in $Examples) {
        $lines += '', "## $($example.Title)"
        if ($example.Text.Count) { $lines += @('') + $example.Text }
        $lines += @('', '```powershell') + $example.Code + '```'
        if ($example.Output.Count) { $lines += @('', '```output') + $example.Output + '```' }
    }

    [System.IO.File]::WriteAllText($Path, ($lines -join "`n") + "`n")
}

# The places of one run become those of a server as the documentation starts it.
function ConvertTo-Printed([string] $Text, $Server) {
    $printed = $Text.Replace($Server.Uri, 'http://127.0.0.1:8181').Replace($Server.Data, '/srv/catalog')
    if ($printed) { $printed -split "`r?`n" | ForEach-Object TrimEnd }
}

# What differs from run to run: ids, times, and the widths of columns that follow from them.
function ConvertTo-Comparable([string[]] $Lines) {
    # Ids first: a line that is joined to the one before would end in a letter where the id ends.
    $text = ($Lines -join "`n") -replace '\b\d{15,}\b', '<id>' -replace '\n {10,}(?=\S)', ''
    $text = $text -replace 'file:\S+', '<file>'
    $text = $text -replace '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', '<uuid>'
    $text = $text -replace '\d{4}-\d\d-\d\d \d\d:\d\d:\d\d', '<time>' -replace '\d\d?/\d\d?/\d{4} \d\d?:\d\d:\d\d( [+-]\d\d:\d\d)?', '<time>'
    $text = $text -replace '-{2,}', '--' -replace '(?m)^ ?\d+ (Planasonix|AIStor)', '<n> $1' -replace '(?m)^(Id +: )\d+', '$1<n>'
    $text = $text -replace '…', '' -replace '(?m)<uuid>[^ \n]*$', '<uuid>'
    ($text -replace '[ \t]+', ' ' -replace '(?m)^ | $', '').Trim()
}

function Initialize-Example($Server) {
    $script:accessKey = 'AKEXAMPLESEXAMPLESEX'
    $script:aistorSecret = 'examples_examples_examples_examples'
    Get-CatalogSession -All | Disconnect-Catalog
    Get-CatalogProfile | Remove-CatalogProfile
    $lake = Connect-Catalog -Uri $Server.Uri -Surface AIStor -AccessKey $accessKey -SecretKey $aistorSecret -PassThru
    Get-Warehouse -Session $lake | Where-Object Name -NE main | Remove-Warehouse -Force -Session $lake
    $null = New-Warehouse lake -Session $lake -Property @{ owner = 'data-team' }
    Disconnect-Catalog $lake
    $script:planasonix = Connect-Catalog -Uri $Server.Uri -Surface Planasonix -ApiKey flx_examples_examples_examples -PassThru
    Get-Namespace | Remove-Namespace -Recurse -Force
    $null = New-Namespace sales -Property @{ owner = 'ada' }
    $null = New-Namespace sales.eu
    $null = New-Table sales orders -Property @{ owner = 'ada'; team = 'shop' } -PartitionSpec (New-TablePartitionField placed day) -Schema @(
        New-TableField id long -Required -Doc 'The key'
        New-TableField placed timestamp
        New-TableField customer 'struct<name: string, city: string>'
        New-TableField total 'decimal(10,2)'
    )
    $null = New-Table sales customers -Schema ([ordered]@{ id = 'long'; name = 'string' })
    $null = Add-TestSnapshot sales orders
    $null = New-TableTag sales orders -Tag v1 -SnapshotId (Get-TableSnapshot sales orders)[0].SnapshotId
}

function Invoke-Example($Example, $Server, [bool] $OnAIStor) {
    Initialize-Example $Server
    if ($OnAIStor) { Connect-Catalog -Uri $Server.Uri -Surface AIStor -Warehouse lake -AccessKey $accessKey -SecretKey $aistorSecret }
    $code = ($Example.Code -join "`n").Replace('http://127.0.0.1:8181', $Server.Uri)

    $setup = 'function Get-Secret($Name) { ConvertTo-SecureString @{ planasonix = ''flx_examples_examples_examples''; aistor = ''examples_examples_examples_examples'' }[$Name] -AsPlainText -Force }; $accessKey = ''AKEXAMPLESEXAMPLESEX'''
    . ([scriptblock]::Create($setup))

    # What -WhatIf says goes to the host alone, past every stream: a transcript has it.
    $transcript = Join-Path $env:XDG_CONFIG_HOME 'transcript.txt'
    $null = Start-Transcript -LiteralPath $transcript -UseMinimalHeader
    try {
        $output = & ([scriptblock]::Create($code)) 3>&1 |
            ForEach-Object { if ($_ -is [System.Management.Automation.WarningRecord]) { "WARNING: $_" } else { $_ } } |
            Out-String -Width 120
    }
    finally {
        $null = Stop-Transcript
    }

    $whatIf = Get-Content -LiteralPath $transcript | Where-Object { $_.StartsWith('What if: ') }
    ConvertTo-Printed ((@($whatIf) + $output.Trim("`r", "`n", ' ') | Where-Object { $_ }) -join "`n") $Server
}
