-- The journal's own tables. Text is ordered by its bytes (COLLATE "C"), as keyset pages expect.
CREATE SCHEMA IF NOT EXISTS jma;

CREATE TABLE IF NOT EXISTS jma.schema_version (
    part text COLLATE "C" PRIMARY KEY,
    version int NOT NULL
);

-- Which ledgers there are, and where each stood lately: a row may lag some seconds behind the events of a ledger that is written all the time, never before
-- them (docs/decisions/0034). The room left in each page keeps updates off the index (HOT).
CREATE TABLE IF NOT EXISTS jma.ledger_head (
    ledger text COLLATE "C" PRIMARY KEY,
    version bigint NOT NULL,
    hash bytea NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE IF NOT EXISTS jma.ledger_event (
    ledger text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    type text COLLATE "C" NOT NULL,
    schema smallint NOT NULL,
    recorded_us bigint NOT NULL,
    body bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (ledger, version)
);

CREATE TABLE IF NOT EXISTS jma.outbox (
    sender text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    receiver text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    body bytea NOT NULL,
    created timestamptz NOT NULL DEFAULT now(),
    parked_reason text COLLATE "C",
    parked_attempts int,
    parked_at timestamptz,
    PRIMARY KEY (sender, version, receiver)
);

CREATE INDEX IF NOT EXISTS outbox_parked ON jma.outbox (parked_at) WHERE parked_at IS NOT NULL;

CREATE TABLE IF NOT EXISTS jma.head_seal (
    date date PRIMARY KEY,
    ledgers bigint NOT NULL,
    digest text COLLATE "C" NOT NULL,
    signature text COLLATE "C" NOT NULL,
    key_id text COLLATE "C" NOT NULL,
    at timestamptz NOT NULL
);

-- Documents that prove what people report for themselves: each once, and who holds it.
CREATE TABLE IF NOT EXISTS jma.evidence_file (
    sha256 text COLLATE "C" PRIMARY KEY,
    kind smallint NOT NULL,
    size int NOT NULL,
    content bytea NOT NULL
);

CREATE TABLE IF NOT EXISTS jma.evidence_holding (
    member_id bigint NOT NULL,
    sha256 text COLLATE "C" NOT NULL REFERENCES jma.evidence_file (sha256),
    uploaded timestamptz NOT NULL,
    attached boolean NOT NULL,
    PRIMARY KEY (member_id, sha256)
);

CREATE INDEX IF NOT EXISTS evidence_holding_file ON jma.evidence_holding (sha256);
CREATE INDEX IF NOT EXISTS evidence_holding_loose ON jma.evidence_holding (uploaded) WHERE NOT attached;

-- Where a ledger stands: at its last event where its row lags behind it, else at its row, also where events are missing then or one has another hash.
CREATE OR REPLACE FUNCTION jma.head_of(name text) RETURNS TABLE (version bigint, hash bytea) LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN lags.behind THEN e.version ELSE h.version END, CASE WHEN lags.behind THEN e.hash ELSE h.hash END
    FROM jma.ledger_head AS h
    LEFT JOIN LATERAL (SELECT l.version, l.hash FROM jma.ledger_event AS l WHERE l.ledger = h.ledger ORDER BY l.version DESC LIMIT 1) AS e ON true
    CROSS JOIN LATERAL (SELECT e.version > h.version AND EXISTS (
        SELECT 1 FROM jma.ledger_event AS l WHERE l.ledger = h.ledger AND l.version = h.version AND l.hash = h.hash) AS behind) AS lags
    WHERE h.ledger = name
$$;

-- Compares and sets the heads of a group: those that exist must stand exactly where the group expects them, new ones must not exist. A row that lags is
-- compared by the event it should show; that no other follows it, the key of the events says when the group's own are inserted.
-- Anything else aborts the whole transaction with JA001, which is this system's own code for it.
CREATE OR REPLACE FUNCTION jma.move_heads(
    old_names text[], expected bigint[], expected_hashes bytea[], old_versions bigint[], old_hashes bytea[],
    new_names text[], new_versions bigint[], new_hashes bytea[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    moved bigint;
    caught_up bigint;
BEGIN
    IF cardinality(old_names) > 0 THEN
        UPDATE jma.ledger_head AS h SET version = u.version, hash = u.hash
        FROM (SELECT unnest(old_names), unnest(expected), unnest(expected_hashes), unnest(old_versions), unnest(old_hashes))
            AS u(ledger, expected, expected_hash, version, hash)
        WHERE h.ledger = u.ledger AND h.version = u.expected AND h.hash = u.expected_hash;
        GET DIAGNOSTICS moved = ROW_COUNT;
        IF moved <> cardinality(old_names) THEN
            -- Not what has moved just now; what another transaction has brought up meanwhile, all the same.
            UPDATE jma.ledger_head AS h SET version = u.version, hash = u.hash
            FROM (SELECT unnest(old_names), unnest(expected), unnest(expected_hashes), unnest(old_versions), unnest(old_hashes))
                AS u(ledger, expected, expected_hash, version, hash)
            WHERE h.ledger = u.ledger AND (h.version < u.expected OR h.version = u.expected AND h.hash = u.expected_hash AND u.version > u.expected)
                AND EXISTS (SELECT 1 FROM jma.ledger_event AS e WHERE e.ledger = u.ledger AND e.version = u.expected AND e.hash = u.expected_hash);
            GET DIAGNOSTICS caught_up = ROW_COUNT;
            IF moved + caught_up <> cardinality(old_names) THEN
                RAISE EXCEPTION 'ledger head moved' USING ERRCODE = 'JA001';
            END IF;
        END IF;
    END IF;
    IF cardinality(new_names) > 0 THEN
        INSERT INTO jma.ledger_head (ledger, version, hash)
        SELECT unnest(new_names), unnest(new_versions), unnest(new_hashes)
        ON CONFLICT (ledger) DO NOTHING;
        GET DIAGNOSTICS moved = ROW_COUNT;
        IF moved <> cardinality(new_names) THEN
            RAISE EXCEPTION 'ledger exists' USING ERRCODE = 'JA001';
        END IF;
    END IF;
END
$$;

-- Ledgers of which a group puts rows without an event: none may have gone on, or go on before the group has ended. Whoever does takes the next version, so
-- that is taken here and given back: the key makes them wait for each other until the transaction ends. No reader ever sees it.
CREATE OR REPLACE FUNCTION jma.hold_ledgers(names text[], versions bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO jma.ledger_event (ledger, version, type, schema, recorded_us, body, hash)
    SELECT unnest(names), unnest(versions) + 1, '', 0, 0, '', '';
    DELETE FROM jma.ledger_event AS e USING (SELECT unnest(names), unnest(versions)) AS u(ledger, version)
    WHERE e.ledger = u.ledger AND e.version = u.version + 1;
END
$$;

-- Brings rows up to heads they lag behind. What another transaction is at work on stays: nobody waits for this.
CREATE OR REPLACE FUNCTION jma.trail_heads(names text[], versions bigint[], hashes bytea[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE jma.ledger_head AS h SET version = u.version, hash = u.hash
    FROM (SELECT unnest(names), unnest(versions), unnest(hashes)) AS u(ledger, version, hash)
    CROSS JOIN LATERAL (
        SELECT l.ledger FROM jma.ledger_head AS l WHERE l.ledger = u.ledger AND l.version < u.version FOR NO KEY UPDATE SKIP LOCKED) AS free
    WHERE h.ledger = free.ledger;
END
$$;
