BeforeAll { . "$PSScriptRoot/Setup.ps1" }

Describe 'Commits on <_>' -ForEach 'Planasonix', 'AIStor' {
    BeforeAll {
        $session = Connect-Test $_
        $ns = New-TestName
        New-Namespace $ns | Out-Null
    }

    BeforeEach {
        $name = New-TestName t
        $table = New-Table $ns $name -Schema (New-TestSchema) -Property @{ owner = 'ada'; old = 'x' }
    }

    AfterAll {
        Remove-Namespace $ns -Recurse -Force
        Disconnect-Catalog $session
    }

    It 'takes builder objects' {
        $after = Submit-TableCommit $ns $name -Update (New-TableUpdate -SetProperty @{ a = 1 }), (New-TableUpdate -RemoveProperty old) `
            -Requirement (New-TableRequirement -TableUuid $table.Uuid), (New-TableRequirement -CurrentSchemaId 0)
        $after | Should -BeOfType Catalog.TableInfo
        $after.Properties['a'] | Should -Be '1'
        $after.Properties.ContainsKey('old') | Should -BeFalse
    }

    It 'takes hashtables and JSON text, one or many' {
        $null = Submit-TableCommit -Namespace $ns -Table $name -Update @{ action = 'set-properties'; updates = @{ b = '2' } } -Requirement @{ type = 'assert-table-uuid'; uuid = "$($table.Uuid)" }
        $null = Submit-TableCommit $ns $name -Update '[{"action":"set-properties","updates":{"c":"3"}},{"action":"set-properties","updates":{"d":"4"}}]' -Requirement '{"type":"assert-current-schema-id","current-schema-id":0}'
        $properties = (Get-Table $ns $name).Properties
        $properties['b'], $properties['c'], $properties['d'] | Should -Be '2', '3', '4'
    }

    It 'fills in the ids of columns that builders name' {
        $fields = @($table.Schema.Fields) + (New-TableField note string)
        $after = Submit-TableCommit $ns $name -Requirement (New-TableRequirement -LastAssignedFieldId $table.LastColumnId) -Update @(
            New-TableUpdate -AddSchema $fields
            New-TableUpdate -SetCurrentSchema -1
            New-TableUpdate -AddPartitionSpec (New-TablePartitionField note 'truncate[4]')
            New-TableUpdate -SetDefaultSpec -1
            New-TableUpdate -AddSortOrder (New-TableSortField note)
            New-TableUpdate -SetDefaultSortOrder -1
        )
        $after.Schema.FindField('note').Id | Should -Be ($table.LastColumnId + 1)
        $after.Schema.FindField('customer.city').Id | Should -Be $table.Schema.FindField('customer.city').Id
        "$($after.PartitionSpec)" | Should -Be 'truncate[4](note) as note_trunc'
        "$($after.SortOrder)" | Should -Be 'note asc nulls-first'
    }

    It 'ends with CommitConflict when a requirement fails, and changes nothing' {
        $failure = Get-FailureOf { Submit-TableCommit $ns $name -Update (New-TableUpdate -SetProperty @{ a = 1 }) -Requirement (New-TableRequirement -CurrentSchemaId 7) }
        $failure.FullyQualifiedErrorId | Should -BeLike 'CommitConflict,*'
        $failure.CategoryInfo.Category | Should -Be 'ResourceBusy'
        $failure.TargetObject | Should -Be "$ns.$name"
        $failure.Exception | Should -BeOfType Catalog.CatalogException
        $failure.Exception.StatusCode | Should -Be 409
        $failure.Exception.RequestId | Should -Not -BeNullOrEmpty
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*Get-Table*'
        (Get-Table $ns $name).MetadataLocation | Should -Be $table.MetadataLocation
    }

    It 'shows with -WhatIf what would change, and sends nothing' {
        $preview = Submit-TableCommit $ns $name -WhatIf -WarningVariable warned -WarningAction SilentlyContinue -Requirement (New-TableRequirement -TableUuid $table.Uuid), (New-TableRequirement -CurrentSchemaId 7) -Update @(
            New-TableUpdate -SetProperty @{ owner = 'bob'; new = '1' }
            New-TableUpdate -RemoveProperty old
            New-TableUpdate -AddSchema (@($table.Schema.Fields | Where-Object Name -ne placed) + (New-TableField note string -Doc 'A note'))
            New-TableUpdate -SetCurrentSchema -1
            New-TableUpdate -UpgradeFormatVersion 3
        )
        $preview | Should -BeOfType Catalog.CommitPreview
        $text = "$preview" -split "`r?`n"
        $text | Should -Contain '~ property owner: ada -> bob'
        $text | Should -Contain '+ property new: 1'
        $text | Should -Contain '- property old: x'
        $text | Should -Contain "+ schema note: string, 'A note'"
        $text | Should -Contain '- schema placed: timestamp'
        $text | Should -Contain '~ format version: 2 -> 3'
        $text | Should -Contain '! assert-current-schema-id would fail: expected 7, the table has 0'
        $preview.WouldSucceed | Should -BeFalse
        "$warned" | Should -BeLike '*assert-current-schema-id*'
        ($preview | Out-String) | Should -BeLike '*~ property owner: ada -> bob*'
        (Get-Table $ns $name).MetadataLocation | Should -Be $table.MetadataLocation
    }

    It 'shows with -WhatIf what becomes of snapshots and refs' {
        $first, $second = Add-TestSnapshot $ns $name
        $preview = Submit-TableCommit $ns $name -WhatIf -Update (New-TableUpdate -SetTag v1 -SnapshotId $first), (New-TableUpdate -SetBranch main -SnapshotId $first), (New-TableUpdate -RemoveSnapshot $second) -Requirement (New-TableRequirement -Reference main -SnapshotId $second)
        "$preview" | Should -Match "\+ ref v1: tag v1 at $first"
        "$preview" | Should -Match "~ ref main: branch main at $second -> branch main at $first"
        "$preview" | Should -Match "- snapshot ${second}:"
        $preview.WouldSucceed | Should -BeTrue
    }

    It 'makes a commit once for one key' {
        $key = [guid]::CreateVersion7()
        $one = Submit-TableCommit $ns $name -Update (New-TableUpdate -SetProperty @{ once = 1 }) -IdempotencyKey $key
        $two = Submit-TableCommit $ns $name -Update (New-TableUpdate -SetProperty @{ once = 1 }) -IdempotencyKey $key
        $two.MetadataLocation | Should -Be $one.MetadataLocation
        (Get-FailureOf { Submit-TableCommit $ns $name -Update (New-TableUpdate -SetProperty @{ once = 2 }) -IdempotencyKey $key }).FullyQualifiedErrorId | Should -BeLike 'BadRequest,*'
    }

    It 'makes a prepared table' {
        $staged = New-Table $ns "${name}_staged" -Schema (New-TestSchema) -Stage
        $made = Submit-TableCommit $ns "${name}_staged" -Requirement (New-TableRequirement -Create) -Update @(
            @{ action = 'assign-uuid'; uuid = "$($staged.Uuid)" }
            @{ action = 'upgrade-format-version'; 'format-version' = 2 }
            New-TableUpdate -AddSchema $staged.Schema
            New-TableUpdate -SetCurrentSchema -1
            New-TableUpdate -AddPartitionSpec @{ fields = @() }
            New-TableUpdate -SetDefaultSpec -1
            New-TableUpdate -AddSortOrder @{ 'order-id' = 0; fields = @() }
            New-TableUpdate -SetDefaultSortOrder -1
            New-TableUpdate -SetLocation $staged.Location
        )
        $made.Uuid | Should -Be $staged.Uuid
        Test-Table $ns "${name}_staged" | Should -BeTrue
    }

    It 'refuses <why> before anything is sent' -ForEach @(
        @{ why = 'text that is no JSON'; update = 'set x' }
        @{ why = 'an update without action'; update = @{ updates = @{} } }
        @{ why = 'a known action without its parts'; update = @{ action = 'set-properties' } }
    ) {
        $failure = Get-FailureOf { Submit-TableCommit $ns $name -Update $update }
        $failure.CategoryInfo.Category | Should -BeIn 'InvalidData', 'InvalidArgument'
    }

    It 'commits to several tables together, or to none' {
        $other = New-TestName t
        New-Table $ns $other -Schema (New-TestSchema) | Out-Null
        $changes = $name, $other | ForEach-Object { New-TableUpdateSet $ns $_ -Update (New-TableUpdate -SetProperty @{ both = 1 }) -Requirement (New-TableRequirement -CurrentSchemaId 0) }
        $previews = $changes | Submit-TableTransaction -WhatIf
        $previews.Count | Should -Be 2
        (Get-Table $ns $other).Properties.ContainsKey('both') | Should -BeFalse
        Submit-TableTransaction $changes | Should -BeNullOrEmpty
        (Get-Table $ns $name).Properties['both'] | Should -Be '1'
        (Get-Table $ns $other).Properties['both'] | Should -Be '1'
        $failure = Get-FailureOf {
            Submit-TableTransaction -Change (New-TableUpdateSet $ns $name -Update (New-TableUpdate -SetProperty @{ third = 1 })),
                @{ identifier = @{ namespace = @($ns); name = $other }; requirements = @(@{ type = 'assert-current-schema-id'; 'current-schema-id' = 9 }); updates = @(@{ action = 'set-properties'; updates = @{ third = '1' } }) }
        }
        $failure.FullyQualifiedErrorId | Should -BeLike 'CommitConflict,*'
        (Get-Table $ns $name).Properties.ContainsKey('third') | Should -BeFalse
    }
}
