-- Documents in a file of their own: writing one never holds up the journal. One thread writes, file and holding in one transaction. Instants are microseconds since 1970-01-01 UTC.
CREATE TABLE IF NOT EXISTS evidence_file (
    sha256 TEXT PRIMARY KEY,
    kind INTEGER NOT NULL,
    size INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS evidence_holding (
    member_id INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    uploaded_us INTEGER NOT NULL,
    attached INTEGER NOT NULL,
    PRIMARY KEY (member_id, sha256)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS evidence_holding_file ON evidence_holding (sha256);
CREATE INDEX IF NOT EXISTS evidence_holding_loose ON evidence_holding (uploaded_us) WHERE attached = 0;
