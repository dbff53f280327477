-- What Orleans' ADO.NET providers need. They read their statements from OrleansQuery by key; tables and text are this system's own.
CREATE TABLE IF NOT EXISTS OrleansQuery (
    QueryKey TEXT PRIMARY KEY,
    QueryText TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row per grain and state. A real key over the whole identity: of two first writes one must fail.
CREATE TABLE IF NOT EXISTS orleans_state (
    id_hash INTEGER NOT NULL,
    type_hash INTEGER NOT NULL,
    id_n0 INTEGER NOT NULL,
    id_n1 INTEGER NOT NULL,
    id_extension TEXT NOT NULL,
    type TEXT NOT NULL,
    service TEXT NOT NULL,
    payload BLOB,
    modified TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    version INTEGER NOT NULL,
    PRIMARY KEY (id_hash, type_hash, id_n0, id_n1, id_extension, type, service)
) STRICT;

CREATE TABLE IF NOT EXISTS orleans_reminder (
    service TEXT NOT NULL,
    grain_id TEXT NOT NULL,
    name TEXT NOT NULL,
    start_time TEXT NOT NULL,
    period INTEGER NOT NULL,
    grain_hash INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (service, grain_id, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS orleans_reminder_by_hash ON orleans_reminder (service, grain_hash);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('ReadFromStorageKey', '
    SELECT payload AS PayloadBinary, version AS Version FROM orleans_state
    WHERE id_hash = @GrainIdHash AND type_hash = @GrainTypeHash AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1
        AND id_extension = coalesce(@GrainIdExtensionString, '''') AND type = @GrainTypeString AND service = @ServiceId
'),
-- A first write adds the row, a later one changes it where the version is still the one given; otherwise the version given comes back.
('WriteToStorageKey', '
    INSERT INTO orleans_state (id_hash, type_hash, id_n0, id_n1, id_extension, type, service, payload, version)
    SELECT @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''''), @GrainTypeString, @ServiceId, @PayloadBinary,
        coalesce(@GrainStateVersion, 0) + 1
    WHERE @GrainStateVersion IS NULL OR EXISTS (
        SELECT 1 FROM orleans_state
        WHERE id_hash = @GrainIdHash AND type_hash = @GrainTypeHash AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1
            AND id_extension = coalesce(@GrainIdExtensionString, '''') AND type = @GrainTypeString AND service = @ServiceId
            AND version = @GrainStateVersion)
    ON CONFLICT DO UPDATE SET payload = excluded.payload, modified = CURRENT_TIMESTAMP, version = excluded.version
        WHERE @GrainStateVersion IS NOT NULL AND orleans_state.version = @GrainStateVersion
    RETURNING version AS NewGrainStateVersion;
    SELECT @GrainStateVersion AS NewGrainStateVersion WHERE changes() = 0;
'),
('ClearStorageKey', '
    UPDATE orleans_state SET payload = NULL, modified = CURRENT_TIMESTAMP, version = version + 1
    WHERE id_hash = @GrainIdHash AND type_hash = @GrainTypeHash AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1
        AND id_extension = coalesce(@GrainIdExtensionString, '''') AND type = @GrainTypeString AND service = @ServiceId
        AND version = @GrainStateVersion
    RETURNING version AS NewGrainStateVersion;
    SELECT @GrainStateVersion AS NewGrainStateVersion WHERE changes() = 0;
'),
('UpsertReminderRowKey', '
    INSERT INTO orleans_reminder (service, grain_id, name, start_time, period, grain_hash, version)
    VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
    ON CONFLICT (service, grain_id, name) DO UPDATE
        SET start_time = excluded.start_time, period = excluded.period, grain_hash = excluded.grain_hash, version = orleans_reminder.version + 1
    RETURNING version AS Version
'),
('ReadReminderRowsKey', '
    SELECT grain_id AS GrainId, name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
    FROM orleans_reminder WHERE service = @ServiceId AND grain_id = @GrainId
'),
('ReadReminderRowKey', '
    SELECT grain_id AS GrainId, name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
    FROM orleans_reminder WHERE service = @ServiceId AND grain_id = @GrainId AND name = @ReminderName
'),
('ReadRangeRows1Key', '
    SELECT grain_id AS GrainId, name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
    FROM orleans_reminder WHERE service = @ServiceId AND grain_hash > @BeginHash AND grain_hash <= @EndHash
'),
('ReadRangeRows2Key', '
    SELECT grain_id AS GrainId, name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
    FROM orleans_reminder WHERE service = @ServiceId AND (grain_hash > @BeginHash OR grain_hash <= @EndHash)
'),
('DeleteReminderRowKey', '
    DELETE FROM orleans_reminder WHERE service = @ServiceId AND grain_id = @GrainId AND name = @ReminderName AND version = @Version;
    SELECT changes();
'),
('DeleteReminderRowsKey', '
    DELETE FROM orleans_reminder WHERE service = @ServiceId
')
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
