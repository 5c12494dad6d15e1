BeforeAll { . "$PSScriptRoot/Setup.ps1" }

Describe 'Builders' {
    It 'make columns of every kind of type' -ForEach @(
        @{ type = 'long' }, @{ type = 'decimal(10,2)' }, @{ type = 'fixed[16]' }, @{ type = 'list<string>' }, @{ type = 'map<string, list<required int>>' }
        @{ type = 'struct<a: int, b: required date>' }, @{ type = 'timestamptz_ns' }
    ) {
        "$((New-TableField c $type).Type)" | Should -Be $type
    }

    It 'write a type the way the server reads it' {
        (New-TableField c 'decimal(10, 2)').Type | Should -Be 'decimal(10,2)'
        (New-TableField c 'map<string,long>').Type | Should -Be 'map<string, long>'
    }

    It 'refuse <_> as a type' -ForEach 'strin', 'list<', 'map<string>', 'decimal', 'struct<a>', '' {
        { New-TableField c $_ } | Should -Throw
    }

    It 'nest columns' {
        $field = New-TableField address -Field (New-TableField street string), (New-TableField no int -Required) -Doc 'Where'
        "$field" | Should -Be 'address: struct<street: string, no: required int>'
        $field.Doc | Should -Be 'Where'
    }

    It 'take columns along the pipeline, and refuse an identifier that is none' {
        $schema = (New-TableField a long -Required), (New-TableField b string) | New-TableSchema -IdentifierField a
        $schema.Fields.Count | Should -Be 2
        (Get-FailureOf { New-TableSchema (New-TableField a long) -IdentifierField z }).FullyQualifiedErrorId | Should -BeLike 'BadRequest,*'
    }

    It 'take a hashtable of names and types' {
        "$(New-TableSchema ([ordered]@{ id = 'long'; tags = 'list<string>' }))" | Should -Be 'id: long, tags: list<string>'
    }

    It 'name partition fields as others do' -ForEach @(
        @{ transform = 'identity'; name = 'when' }, @{ transform = 'day'; name = 'when_day' }, @{ transform = 'bucket[16]'; name = 'when_bucket' }, @{ transform = 'truncate[4]'; name = 'when_trunc' }, @{ transform = 'void'; name = 'when_null' }
    ) {
        (New-TablePartitionField when $transform).Name | Should -Be $name
    }

    It 'write requirements and updates in the spec''s form' {
        (New-TableRequirement -Reference main).Json | Should -Be '{"type":"assert-ref-snapshot-id","ref":"main","snapshot-id":null}'
        (New-TableRequirement -Reference main -SnapshotId 9223372036854775807).Json | Should -Be '{"type":"assert-ref-snapshot-id","ref":"main","snapshot-id":9223372036854775807}'
        (New-TableRequirement -Create).Type | Should -Be 'assert-create'
        (New-TableUpdate -SetLocation 's3://b/x').Json | Should -Be '{"action":"set-location","location":"s3://b/x"}'
        (New-TableUpdate -RemoveSnapshot 1, 2).Json | Should -Be '{"action":"remove-snapshots","snapshot-ids":[1,2]}'
        (New-TableUpdate -Json '[{"action":"x"},{"action":"y"}]').Action | Should -Be 'x', 'y'
    }

    It 'keep text that looks like something else' {
        (New-TableUpdate -SetProperty @{ t = '2020-01-01T00:00:00Z' }).Json | Should -Be '{"action":"set-properties","updates":{"t":"2020-01-01T00:00:00Z"}}'
    }
}

Describe 'Update-TableSchema on <_>' -ForEach 'Planasonix', 'AIStor' {
    BeforeAll {
        $session = Connect-Test $_
        $ns = New-TestName
        New-Namespace $ns | Out-Null
    }

    BeforeEach {
        $name = New-TestName t
        $table = New-Table $ns $name -Schema @(
            New-TableField id int -Required
            New-TableField name string
            New-TableField address 'struct<street: string>'
            New-TableField lines 'list<struct<price: float>>'
        )
    }

    AfterAll {
        Remove-Namespace $ns -Recurse -Force
        Disconnect-Catalog $session
    }

    It 'adds, renames, widens, removes and moves columns by name' {
        Update-TableSchema $ns $name -AddColumn (New-TableField note string -Doc 'A note') -RenameColumn @{ name = 'title' } -WidenColumn @{ id = 'long' } -MoveFirst note | Should -BeNullOrEmpty
        $after = Get-Table $ns $name
        $after.Schema.Fields.Name | Should -Be 'note', 'id', 'title', 'address', 'lines'
        $after.Schema.FindField('id').Type | Should -Be 'long'
        $after.Schema.FindField('title').Id | Should -Be $table.Schema.FindField('name').Id
        $after.Schema.FindField('note').Doc | Should -Be 'A note'
        (Update-TableSchema $ns $name -RemoveColumn title -MakeOptional id -PassThru).Schema.Fields.Name | Should -Be 'note', 'id', 'address', 'lines'
    }

    It 'changes what is nested' {
        $after = Update-TableSchema $ns $name -AddColumn @{ 'address.zip' = 'string'; 'lines.element.tags' = 'map<string, int>' } -WidenColumn @{ 'lines.element.price' = 'double' } -ColumnDoc @{ 'address.street' = 'With number' } -PassThru
        $after.Schema.FindField('address.zip').Type | Should -Be 'string'
        $after.Schema.FindField('lines.element.price').Type | Should -Be 'double'
        $after.Schema.FindField('lines.element.tags').Type | Should -Be 'map<string, int>'
        $after.Schema.FindField('address.street').Doc | Should -Be 'With number'
        $ids = $after.Schema.Fields.Id + $after.Schema.FindField('lines.element.tags').Type.Fields.Id
        ($ids | Select-Object -Unique).Count | Should -Be $ids.Count
    }

    It 'gives added columns their defaults' {
        $null = Submit-TableCommit $ns $name -Update (New-TableUpdate -UpgradeFormatVersion 3) -Requirement $null
        $after = Update-TableSchema $ns $name -AddColumn (New-TableField stars int -Required -InitialDefault 3 -WriteDefault 5) -PassThru
        $after.Schema.FindField('stars').InitialDefault | Should -Be 3
        $after.Schema.FindField('stars').WriteDefault | Should -Be 5
    }

    It 'shows the change with -WhatIf and makes none' {
        $preview = Update-TableSchema $ns $name -AddColumn @{ note = 'string' } -RemoveColumn name -WhatIf
        "$preview" | Should -Match '\+ schema note: string'
        "$preview" | Should -Match '- schema name: string'
        $preview.WouldSucceed | Should -BeTrue
        (Get-Table $ns $name).MetadataLocation | Should -Be $table.MetadataLocation
    }

    It 'refuses <why>' -ForEach @(
        @{ why = 'a column that is not there'; change = @{ RemoveColumn = 'nope' } }
        @{ why = 'a narrower type'; change = @{ WidenColumn = @{ id = 'date' } } }
        @{ why = 'a type that is none'; change = @{ WidenColumn = @{ id = 'lang' } } }
        @{ why = 'a name that is taken'; change = @{ AddColumn = @{ name = 'name'; type = 'string' } } }
    ) {
        $failure = Get-FailureOf { Update-TableSchema $ns $name @change }
        $failure.FullyQualifiedErrorId | Should -BeLike 'BadRequest,*'
        $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
        (Get-Table $ns $name).MetadataLocation | Should -Be $table.MetadataLocation
    }

    It 'says that nothing was asked for' {
        Update-TableSchema $ns $name -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike 'Nothing to do*'
    }
}
