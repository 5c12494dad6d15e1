-- Names are compared and ordered byte for byte: SQLite's default collation is binary.
CREATE TABLE warehouses (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    bucket TEXT NOT NULL UNIQUE,
    uuid TEXT NOT NULL,
    location TEXT NOT NULL,
    properties TEXT NOT NULL,
    created_ms INTEGER NOT NULL
);

-- name_key: the levels joined by U+001F. parent_id is 0 at the top, so that one index lists children.
CREATE TABLE namespaces (
    id INTEGER PRIMARY KEY,
    warehouse_id INTEGER NOT NULL REFERENCES warehouses (id),
    parent_id INTEGER NOT NULL,
    name_key TEXT NOT NULL,
    properties TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    UNIQUE (warehouse_id, name_key)
);

CREATE INDEX namespaces_by_parent ON namespaces (warehouse_id, parent_id, name_key);

-- A number is never given again: a commit that was under way when its table was dropped must not reach another one.
-- place: the table's location in one spelling, with a slash at its end.
CREATE TABLE tables (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    namespace_id INTEGER NOT NULL REFERENCES namespaces (id),
    name TEXT NOT NULL,
    uuid TEXT NOT NULL,
    place TEXT NOT NULL,
    metadata_location TEXT NOT NULL,
    metadata_folder TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    UNIQUE (namespace_id, name)
);

-- Which table lies at, above or below a place.
CREATE INDEX tables_by_place ON tables (place);

-- Places of tables that were dropped and whose files were to stay: no clean-up may touch them.
CREATE TABLE kept_places (
    place TEXT NOT NULL PRIMARY KEY
);

-- Files that were written without fsync. A row leaves when its file is known to be durable, seconds later: so there are
-- few, and an index by location would cost each commit more than the rare look-up.
CREATE TABLE pending_files (
    id INTEGER PRIMARY KEY,
    location TEXT NOT NULL,
    bytes BLOB NOT NULL
);

CREATE TABLE idempotency (
    principal TEXT NOT NULL,
    scope TEXT NOT NULL,
    call_key BLOB NOT NULL,
    fingerprint BLOB NOT NULL,
    status INTEGER NOT NULL,
    body BLOB NOT NULL,
    etag TEXT,
    expires_ms INTEGER NOT NULL,
    PRIMARY KEY (principal, scope, call_key)
) WITHOUT ROWID;

CREATE INDEX idempotency_by_expiry ON idempotency (expires_ms);

CREATE TABLE metric_reports (
    id INTEGER PRIMARY KEY,
    table_uuid TEXT NOT NULL,
    received_ms INTEGER NOT NULL,
    report_type TEXT NOT NULL,
    report BLOB NOT NULL
);

CREATE INDEX metric_reports_by_table ON metric_reports (table_uuid, received_ms);

CREATE TABLE jobs (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    scope INTEGER NOT NULL,
    payload TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    due_ms INTEGER NOT NULL,
    lease_owner TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    last_error TEXT
);

CREATE INDEX jobs_by_due ON jobs (due_ms);

-- Values that every server on this database shares, such as the key that seals page tokens.
CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
);

INSERT INTO settings (name, value) VALUES ('page-token-key', randomblob(32));
