-- The journal's own tables. Instants are microseconds since 1970-01-01 UTC. Text is ordered by its bytes (BINARY), as keyset pages expect.
CREATE TABLE IF NOT EXISTS schema_version (
    part TEXT PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS ledger_head (
    ledger TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Clustered by ledger, so that waking is one walk along neighbouring pages.
CREATE TABLE IF NOT EXISTS ledger_event (
    ledger TEXT NOT NULL,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    schema INTEGER NOT NULL,
    recorded_us INTEGER NOT NULL,
    body BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (ledger, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS outbox (
    sender TEXT NOT NULL,
    version INTEGER NOT NULL,
    receiver TEXT NOT NULL,
    type TEXT NOT NULL,
    body BLOB NOT NULL,
    created INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000000 AS INTEGER)),
    parked_reason TEXT,
    parked_attempts INTEGER,
    parked_at INTEGER,
    PRIMARY KEY (sender, version, receiver)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS outbox_parked ON outbox (parked_at) WHERE parked_at IS NOT NULL;

CREATE TABLE IF NOT EXISTS head_seal (
    date TEXT PRIMARY KEY,
    ledgers INTEGER NOT NULL,
    digest TEXT NOT NULL,
    signature TEXT NOT NULL,
    key_id TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
