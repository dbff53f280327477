-- What Orleans' ADO.NET providers need. They read their statements from OrleansQuery by key; tables and text are this system's own.
CREATE SCHEMA IF NOT EXISTS jma;

CREATE TABLE IF NOT EXISTS jma.OrleansQuery (
    QueryKey text COLLATE "C" PRIMARY KEY,
    QueryText text NOT NULL
);

-- One row per grain and state. A real key over the whole identity: of two first writes one must fail.
CREATE TABLE IF NOT EXISTS jma.orleans_state (
    id_hash int NOT NULL,
    type_hash int NOT NULL,
    id_n0 bigint NOT NULL,
    id_n1 bigint NOT NULL,
    id_extension text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    service text COLLATE "C" NOT NULL,
    payload bytea,
    modified timestamptz NOT NULL DEFAULT now(),
    version int NOT NULL,
    PRIMARY KEY (id_hash, type_hash, id_n0, id_n1, id_extension, type, service)
) WITH (fillfactor = 80);

CREATE TABLE IF NOT EXISTS jma.orleans_reminder (
    service text COLLATE "C" NOT NULL,
    grain_id text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    start_time timestamptz NOT NULL,
    period bigint NOT NULL,
    grain_hash int NOT NULL,
    version int NOT NULL,
    PRIMARY KEY (service, grain_id, name)
);

CREATE INDEX IF NOT EXISTS orleans_reminder_by_hash ON jma.orleans_reminder (service, grain_hash);

CREATE TABLE IF NOT EXISTS jma.orleans_membership_version (
    deployment text COLLATE "C" PRIMARY KEY,
    modified timestamptz NOT NULL DEFAULT now(),
    version int NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS jma.orleans_membership (
    deployment text COLLATE "C" NOT NULL,
    address varchar(45) COLLATE "C" NOT NULL,
    port int NOT NULL,
    generation int NOT NULL,
    silo_name text NOT NULL,
    host_name text NOT NULL,
    status int NOT NULL,
    proxy_port int,
    suspect_times varchar(8000),
    start_time timestamptz NOT NULL,
    alive_time timestamptz NOT NULL,
    PRIMARY KEY (deployment, address, port, generation)
);

INSERT INTO jma.OrleansQuery (QueryKey, QueryText) VALUES
('ReadFromStorageKey', $q$
    SELECT payload AS PayloadBinary, version AS Version FROM jma.orleans_state
    WHERE id_hash = @GrainIdHash AND type_hash = @GrainTypeHash AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1
        AND id_extension = coalesce(@GrainIdExtensionString::text, '') AND type = @GrainTypeString AND service = @ServiceId
$q$),
('WriteToStorageKey', $q$
    WITH added AS (
        INSERT INTO jma.orleans_state (id_hash, type_hash, id_n0, id_n1, id_extension, type, service, payload, version)
        SELECT @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString::text, ''), @GrainTypeString, @ServiceId, @PayloadBinary::bytea, 1
        WHERE @GrainStateVersion::int IS NULL
        ON CONFLICT DO NOTHING
        RETURNING version
    ), changed AS (
        UPDATE jma.orleans_state SET payload = @PayloadBinary::bytea, modified = now(), version = version + 1
        WHERE id_hash = @GrainIdHash AND type_hash = @GrainTypeHash AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1
            AND id_extension = coalesce(@GrainIdExtensionString::text, '') AND type = @GrainTypeString AND service = @ServiceId
            AND version = @GrainStateVersion::int
        RETURNING version
    )
    SELECT coalesce((SELECT version FROM added), (SELECT version FROM changed), @GrainStateVersion::int) AS NewGrainStateVersion
$q$),
('ClearStorageKey', $q$
    WITH changed AS (
        UPDATE jma.orleans_state SET payload = NULL, modified = now(), version = version + 1
        WHERE id_hash = @GrainIdHash AND type_hash = @GrainTypeHash AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1
            AND id_extension = coalesce(@GrainIdExtensionString::text, '') AND type = @GrainTypeString AND service = @ServiceId
            AND version = @GrainStateVersion::int
        RETURNING version
    )
    SELECT coalesce((SELECT version FROM changed), @GrainStateVersion::int) AS NewGrainStateVersion
$q$),
('UpsertReminderRowKey', $q$
    INSERT INTO jma.orleans_reminder AS r (service, grain_id, name, start_time, period, grain_hash, version)
    VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
    ON CONFLICT (service, grain_id, name) DO UPDATE
        SET start_time = excluded.start_time, period = excluded.period, grain_hash = excluded.grain_hash, version = r.version + 1
    RETURNING version AS Version
$q$),
('ReadReminderRowsKey', $q$
    SELECT grain_id AS GrainId, name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
    FROM jma.orleans_reminder WHERE service = @ServiceId AND grain_id = @GrainId
$q$),
('ReadReminderRowKey', $q$
    SELECT grain_id AS GrainId, name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
    FROM jma.orleans_reminder WHERE service = @ServiceId AND grain_id = @GrainId AND name = @ReminderName
$q$),
('ReadRangeRows1Key', $q$
    SELECT grain_id AS GrainId, name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
    FROM jma.orleans_reminder WHERE service = @ServiceId AND grain_hash > @BeginHash AND grain_hash <= @EndHash
$q$),
('ReadRangeRows2Key', $q$
    SELECT grain_id AS GrainId, name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
    FROM jma.orleans_reminder WHERE service = @ServiceId AND (grain_hash > @BeginHash OR grain_hash <= @EndHash)
$q$),
('DeleteReminderRowKey', $q$
    WITH gone AS (
        DELETE FROM jma.orleans_reminder WHERE service = @ServiceId AND grain_id = @GrainId AND name = @ReminderName AND version = @Version
        RETURNING 1
    )
    SELECT count(*)::int FROM gone
$q$),
('DeleteReminderRowsKey', $q$
    DELETE FROM jma.orleans_reminder WHERE service = @ServiceId
$q$),
('GatewaysQueryKey', $q$
    SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation
    FROM jma.orleans_membership WHERE deployment = @DeploymentId AND status = @Status AND proxy_port > 0
$q$),
('MembershipReadRowKey', $q$
    SELECT v.deployment AS DeploymentId, m.address AS Address, m.port AS Port, m.generation AS Generation, m.silo_name AS SiloName, m.host_name AS HostName,
        m.status AS Status, m.proxy_port AS ProxyPort, m.suspect_times AS SuspectTimes, m.start_time AS StartTime, m.alive_time AS IAmAliveTime, v.version AS Version
    FROM jma.orleans_membership_version v
    LEFT JOIN jma.orleans_membership m ON m.deployment = v.deployment AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
    WHERE v.deployment = @DeploymentId
$q$),
('MembershipReadAllKey', $q$
    SELECT v.deployment AS DeploymentId, m.address AS Address, m.port AS Port, m.generation AS Generation, m.silo_name AS SiloName, m.host_name AS HostName,
        m.status AS Status, m.proxy_port AS ProxyPort, m.suspect_times AS SuspectTimes, m.start_time AS StartTime, m.alive_time AS IAmAliveTime, v.version AS Version
    FROM jma.orleans_membership_version v
    LEFT JOIN jma.orleans_membership m ON m.deployment = v.deployment
    WHERE v.deployment = @DeploymentId
$q$),
('InsertMembershipVersionKey', $q$
    WITH added AS (
        INSERT INTO jma.orleans_membership_version (deployment) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1
    )
    SELECT count(*)::int FROM added
$q$),
-- The version rises only together with the row: a row that is there already keeps the version from rising.
('InsertMembershipKey', $q$
    WITH raised AS (
        UPDATE jma.orleans_membership_version v SET version = version + 1, modified = now()
        WHERE v.deployment = @DeploymentId AND v.version = @Version AND NOT EXISTS (
            SELECT 1 FROM jma.orleans_membership m
            WHERE m.deployment = @DeploymentId AND m.address = @Address AND m.port = @Port AND m.generation = @Generation)
        RETURNING 1
    ), added AS (
        INSERT INTO jma.orleans_membership
            (deployment, address, port, generation, silo_name, host_name, status, proxy_port, start_time, alive_time)
        SELECT @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM raised
        ON CONFLICT DO NOTHING
        RETURNING 1
    )
    SELECT count(*)::int FROM added
$q$),
('UpdateMembershipKey', $q$
    WITH raised AS (
        UPDATE jma.orleans_membership_version v SET version = version + 1, modified = now()
        WHERE v.deployment = @DeploymentId AND v.version = @Version AND EXISTS (
            SELECT 1 FROM jma.orleans_membership m
            WHERE m.deployment = @DeploymentId AND m.address = @Address AND m.port = @Port AND m.generation = @Generation)
        RETURNING 1
    ), changed AS (
        UPDATE jma.orleans_membership SET status = @Status, suspect_times = @SuspectTimes::varchar, alive_time = @IAmAliveTime
        FROM raised
        WHERE deployment = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
        RETURNING 1
    )
    SELECT count(*)::int FROM changed
$q$),
('UpdateIAmAlivetimeKey', $q$
    UPDATE jma.orleans_membership SET alive_time = @IAmAliveTime
    WHERE deployment = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
$q$),
('DeleteMembershipTableEntriesKey', $q$
    WITH rows AS (DELETE FROM jma.orleans_membership WHERE deployment = @DeploymentId)
    DELETE FROM jma.orleans_membership_version WHERE deployment = @DeploymentId
$q$),
('CleanupDefunctSiloEntriesKey', $q$
    DELETE FROM jma.orleans_membership WHERE deployment = @DeploymentId AND alive_time < @IAmAliveTime AND status <> 3
$q$)
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
