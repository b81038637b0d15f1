-- Times are milliseconds since 1970 in UTC, as both databases keep them alike. Texts of pages are kept as they were told: without secrets.

-- What is watched: one row for each environment of a config.
create table site (
    id text primary key,              -- name/environment
    name text not null,
    environment text not null,
    target text not null,
    owner text,
    runbook text,
    every_ms bigint not null,
    watched integer not null,         -- 0 for one that no config names any more
    book text not null,               -- what is remembered of it to tell what its next round means
    state text not null,              -- ok, failing, inconclusive, maintenance, unknown
    severity integer,                 -- 1 to 5, of the open incidents, else of the last round
    since_at bigint not null,         -- of the state
    last_round text                   -- the id of a round
);

create table round (
    id text primary key,
    site text not null references site (id),
    place text not null,              -- empty where the runner has no location
    runner text not null,
    started_at bigint not null,
    duration_ms bigint not null,
    verdict text not null,            -- pass, fail, inconclusive
    severity integer,
    reason text,                      -- of an inconclusive one
    maintenance integer not null,
    pages integer not null,
    requests integer not null,
    document_ms bigint,               -- the slowest page's
    dom_content_loaded_ms bigint,
    load_ms bigint,
    ready_ms bigint
);
create index round_by_site on round (site, started_at);
create index round_by_time on round (started_at);

create table finding (
    round text not null references round (id) on delete cascade,
    position integer not null,        -- 1 is the worst
    fingerprint text not null,
    kind text not null,
    check_name text not null,
    subject text not null,
    impact integer not null,
    severity integer not null,
    message text not null,
    place text,                       -- file:line:column
    hint text,
    primary key (round, position)
);
create index finding_by_fingerprint on finding (fingerprint);

-- Whole results, pictures and reports, of rounds that changed a state.
create table evidence (
    round text not null references round (id) on delete cascade,
    kind text not null,               -- result.json, screenshot.png, index.html
    bytes ${bytes} not null,
    size bigint not null,
    primary key (round, kind)
);

create table incident (
    id text primary key,              -- the key that all its alerts have
    site text not null references site (id),
    fingerprint text not null,
    since_at bigint not null,         -- the first round that saw it
    opened_at bigint not null,        -- when it was confirmed
    resolved_at bigint,
    severity integer not null,        -- the worst that it ever was
    flapping integer not null,
    title text not null,
    round text                        -- the one that opened it
);
create index incident_by_site on incident (site, opened_at);

create table incident_event (
    incident text not null references incident (id) on delete cascade,
    position integer not null,
    kind text not null,               -- opened, joined, worsened, flapping, resolved
    happened_at bigint not null,
    severity integer not null,
    detail text not null,             -- the causes, one a line
    round text,
    primary key (incident, position)
);

-- What people are told. A message is written with what it tells of, and sent afterwards.
create table message (
    id text primary key,              -- the same when it is sent again
    incident text references incident (id) on delete cascade,
    site text not null references site (id),
    channel text not null,
    alert text not null,
    created_at bigint not null,
    state text not null,              -- waiting, delivered, dead
    tries integer not null,
    tried_at bigint,
    next_at bigint,                   -- of a waiting one
    trouble text                      -- why the last try came to nothing
);
create index message_by_state on message (state, created_at);
create index message_by_incident on message (incident);

create table release_mark (
    id text primary key,
    name text not null,
    environment text not null,
    version text not null,
    released_at bigint not null
);
create index release_mark_by_site on release_mark (name, environment, released_at);

create table runner (
    id text primary key,
    location text not null,
    host text not null,
    started_at bigint not null,
    seen_at bigint not null,
    rounds bigint not null,
    network_down_since bigint
);

-- The scheduler's own table, as db-scheduler 16 describes it.
create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(300) not null,
    task_data ${bytes},
    execution_time ${time},
    picked ${bit} not null,
    picked_by varchar(100),
    last_success ${time},
    last_failure ${time},
    consecutive_failures int,
    last_heartbeat ${time},
    version bigint not null,
    priority smallint,
    state text,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_by_priority on scheduled_tasks (priority desc, execution_time asc);
