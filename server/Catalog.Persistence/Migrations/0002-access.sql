CREATE TABLE organisations (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    tier TEXT NOT NULL,
    warehouse_id INTEGER NOT NULL REFERENCES warehouses (id),
    created_ms INTEGER NOT NULL
);

CREATE INDEX organisations_by_warehouse ON organisations (warehouse_id);

-- hash: HMAC-SHA256 of the key under the server's pepper. The key itself is nowhere.
CREATE TABLE api_keys (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    hash BLOB NOT NULL UNIQUE,
    can_write INTEGER NOT NULL,
    created_ms INTEGER NOT NULL,
    expires_ms INTEGER,
    revoked_ms INTEGER
);

-- secret: encrypted; a signature can only be checked with the secret itself.
CREATE TABLE access_keys (
    id INTEGER PRIMARY KEY,
    access_key TEXT NOT NULL UNIQUE,
    secret BLOB NOT NULL,
    name TEXT NOT NULL,
    policy TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    revoked_ms INTEGER
);

-- day: days since 1970-01-01, UTC. used: what servers have taken to give out, see Quotas.
CREATE TABLE quotas (
    organisation_id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    used INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, day)
) WITHOUT ROWID;
