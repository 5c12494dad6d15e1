BeforeAll { . "$PSScriptRoot/Setup.ps1" }

Describe 'Tables on <_>' -ForEach 'Planasonix', 'AIStor' {
    BeforeAll {
        $surface = $_
        $session = Connect-Test $surface
        $ns = New-TestName
        New-Namespace $ns | Out-Null
        $made = New-Table $ns orders -Schema (New-TestSchema) -Property @{ owner = 'ada' } `
            -PartitionSpec (New-TablePartitionField placed day), (New-TablePartitionField id 'bucket[16]') -SortOrder (New-TableSortField id desc)
    }

    AfterAll {
        Remove-Namespace $ns -Recurse -Force
        Disconnect-Catalog $session
    }

    It 'makes one from the builders' {
        $made | Should -BeOfType Catalog.TableInfo
        $made.Namespace | Should -Be $ns
        $made.Name | Should -Be 'orders'
        $made.FormatVersion | Should -Be 2
        $made.Uuid | Should -Not -Be ([guid]::Empty)
        $made.Location | Should -BeLike 'file:///*'
        $made.MetadataLocation | Should -BeLike '*.metadata.json'
        $made.Schema.Fields.Name | Should -Be 'id', 'placed', 'customer'
        $made.Schema.FindField('customer.city').Type | Should -Be 'string'
        $made.Schema.IdentifierFieldIds | Should -Be 1
        "$($made.PartitionSpec)" | Should -Be 'day(placed) as placed_day, bucket[16](id) as id_bucket'
        "$($made.SortOrder)" | Should -Be 'id desc nulls-last'
        $made.Properties['owner'] | Should -Be 'ada'
        $made.CurrentSnapshotId | Should -BeNullOrEmpty
    }

    It 'makes one from hashtables in the spec''s form' {
        $t = New-Table -Namespace $ns -Table from_hash -Schema @{ type = 'struct'; fields = @(@{ id = 1; name = 'a'; type = 'long'; required = $true }, @{ id = 2; name = 'b'; type = 'date' }) } `
            -PartitionSpec @{ fields = @(@{ 'source-id' = 2; name = 'b_year'; transform = 'year' }) } `
            -SortOrder @{ 'order-id' = 1; fields = @(@{ 'source-id' = 1; transform = 'identity'; direction = 'asc'; 'null-order' = 'nulls-first' }) }
        "$($t.PartitionSpec)" | Should -Be 'year(b) as b_year'
        "$($t.SortOrder)" | Should -Be 'a asc nulls-first'
    }

    It 'makes one from JSON text' {
        $t = New-Table $ns from_json -Schema '{"type":"struct","fields":[{"id":1,"name":"a","type":"long","required":true,"doc":"the a"},{"id":2,"name":"m","type":{"type":"map","key-id":3,"key":"string","value-id":4,"value":{"type":"list","element-id":5,"element":"int","element-required":false},"value-required":false},"required":false}]}' `
            -PartitionSpec '[{"name":"a_b","transform":"bucket[4]","source-id":1,"field-id":1000}]' -Property @{ 'format-version' = 3 }
        $t.FormatVersion | Should -Be 3
        "$($t.Schema.FindField('m').Type)" | Should -Be 'map<string, list<int>>'
        "$($t.PartitionSpec)" | Should -Be 'bucket[4](a) as a_b'
    }

    It 'makes one from a list of fields, in any form' {
        $t = New-Table $ns from_list -Schema (New-TableField a long), @{ name = 'b'; type = 'string' }
        $t.Schema.Fields.Name | Should -Be 'a', 'b'
        "$((New-Table $ns from_names -Schema ([ordered]@{ a = 'long'; m = 'map<string, int>' })).Schema)" | Should -Be 'a: long, m: map<string, int>'
    }

    It 'makes one from another table''s schema' {
        $t = New-Table $ns copy -Schema (Get-Table $ns orders).Schema
        "$($t.Schema)" | Should -Be "$((Get-Table $ns orders).Schema)"
    }

    It 'reads one by its exact name and lists the others by name' {
        Get-Table $ns orders | Should -BeOfType Catalog.TableInfo
        Get-Table -Namespace $ns -Table orders | Should -BeOfType Catalog.TableInfo
        $listed = Get-Table $ns
        $listed | Should -BeOfType Catalog.TableSummary
        $listed.Name | Should -Contain 'orders'
        (Get-Table $ns 'ord*').Name | Should -Be 'orders'
        Get-Table $ns 'zzz*' | Should -BeNullOrEmpty
        (Get-Table -Name 'ord*' | Where-Object { $_.Namespace -eq $ns }).Name | Should -Be 'orders'
    }

    It 'binds along the pipeline' {
        (Get-Namespace $ns | Get-Table).Name | Should -Contain 'orders'
        (Get-Namespace $ns | Get-Table -Name orders).Uuid | Should -Be $made.Uuid
        (Get-Table $ns 'ord*' | Get-Table).Uuid | Should -Be $made.Uuid
        Get-Namespace $ns | Get-Table | Remove-Table -WhatIf
        Test-Table $ns orders | Should -BeTrue
        Get-Table $ns orders | Get-Namespace | ForEach-Object Namespace | Should -Be $ns
    }

    It 'says whether one exists' {
        Test-Table $ns orders | Should -BeTrue
        Test-Table $ns nope | Should -BeFalse
    }

    It 'prepares one without making it' {
        $staged = New-Table $ns staged -Schema (New-TestSchema) -Stage
        $staged.Uuid | Should -Not -Be ([guid]::Empty)
        $staged.MetadataLocation | Should -BeNullOrEmpty
        Test-Table $ns staged | Should -BeFalse
    }

    It 'renames one, also into another namespace' {
        New-Table $ns before -Schema (New-TestSchema) | Out-Null
        Rename-Table $ns before -NewName after | Should -BeNullOrEmpty
        New-Namespace "$ns.inner" | Out-Null
        $moved = Rename-Table $ns after -NewName moved -NewNamespace "$ns.inner" -PassThru
        "$moved" | Should -Be "$ns.inner.moved"
        Test-Table $ns after | Should -BeFalse
        Rename-Table "$ns.inner" moved -NewName nope -WhatIf
        Test-Table "$ns.inner" moved | Should -BeTrue
    }

    It 'removes one and registers it again from its metadata' {
        $t = New-Table $ns leaves -Schema (New-TestSchema)
        Remove-Table $ns leaves -Confirm:$false
        Test-Table $ns leaves | Should -BeFalse
        $back = Register-Table $ns returns -MetadataLocation $t.MetadataLocation
        $back.Uuid | Should -Be $t.Uuid
        (Get-FailureOf { Register-Table $ns returns -MetadataLocation $t.MetadataLocation }).FullyQualifiedErrorId | Should -BeLike 'AlreadyExists,*'
        Register-Table $ns other -MetadataLocation $t.MetadataLocation -WhatIf
        Test-Table $ns other | Should -BeFalse
    }

    It 'purges files only when it is told so' {
        $t = New-Table $ns purged -Schema (New-TestSchema)
        $file = ([uri]$t.MetadataLocation).LocalPath
        Remove-Table $ns purged -Force
        Test-Path $file | Should -BeTrue
        Register-Table $ns purged -MetadataLocation $t.MetadataLocation | Out-Null
        Remove-Table $ns purged -Purge -Force
        $deadline = [DateTime]::Now.AddSeconds(15)
        while ((Test-Path $file) -and [DateTime]::Now -lt $deadline) { Start-Sleep -Milliseconds 100 }
        Test-Path $file | Should -BeFalse
    }

    It 'sets and removes properties' {
        Set-TableProperty $ns orders -Property @{ a = 1; 'b.c' = $false } -Remove owner | Should -BeNullOrEmpty
        $after = Set-TableProperty $ns orders -Property @{ owner = 'bob' } -PassThru
        $after.Properties['a'] | Should -Be '1'
        $after.Properties['b.c'] | Should -Be 'false'
        Set-TableProperty $ns orders -Property @{ nope = 1 } -WhatIf
        (Get-Table $ns orders).Properties.ContainsKey('nope') | Should -BeFalse
    }

    It 'takes metrics' {
        { Send-TableMetric $ns orders -Report @{ 'report-type' = 'scan-report'; 'table-name' = 'orders'; 'snapshot-id' = 1; filter = $true; 'schema-id' = 0; 'projected-field-ids' = @(1); 'projected-field-names' = @('id'); metrics = @{} } } | Should -Not -Throw
        (Get-FailureOf { Send-TableMetric $ns orders -Report '{"x":1}' }).FullyQualifiedErrorId | Should -BeLike 'BadRequest,*'
    }

    It 'names what is missing' {
        (Get-FailureOf { Get-Table $ns nope }).FullyQualifiedErrorId | Should -BeLike 'NoSuchTable,*'
        (Get-FailureOf { Get-Table "$ns.nope" }).FullyQualifiedErrorId | Should -BeLike 'NoSuchNamespace,*'
        (Get-FailureOf { New-Table "$ns.nope" t -Schema (New-TestSchema) }).FullyQualifiedErrorId | Should -BeLike 'NoSuchNamespace,*'
        (Get-FailureOf { New-Table $ns orders -Schema (New-TestSchema) }).FullyQualifiedErrorId | Should -BeLike 'AlreadyExists,*'
        (Get-FailureOf { New-Table $ns bad -Schema (New-TestSchema) -PartitionSpec (New-TablePartitionField nope day) }).Exception.Message | Should -BeLike '*nope*id, placed, customer*'
    }

    It 'refuses a pattern that is none' {
        (Get-FailureOf { Get-Table $ns '[]' }).FullyQualifiedErrorId | Should -BeLike 'BadRequest,*'
        (Get-FailureOf { Get-Namespace '[]' }).FullyQualifiedErrorId | Should -BeLike 'BadRequest,*'
    }

    It 'says where a table is that was to be elsewhere' {
        if ($surface -eq 'AIStor') {
            New-Table $ns placed -Schema (New-TestSchema) -Location file:///tmp/elsewhere -WarningVariable warned -WarningAction SilentlyContinue | Out-Null
            "$warned" | Should -BeLike '*manages locations*'
        }
        else {
            (Get-FailureOf { New-Table $ns placed -Schema (New-TestSchema) -Location file:///tmp/elsewhere }).FullyQualifiedErrorId | Should -BeIn 'BadRequest,Catalog.PowerShell.Tables.NewTableCommand', 'Forbidden,Catalog.PowerShell.Tables.NewTableCommand'
        }
    }
}
