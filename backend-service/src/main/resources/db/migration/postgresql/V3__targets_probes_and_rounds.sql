-- Texts are compared byte by byte, as SQLite does, whichever language the database was made for.
create table target (
    id text collate "C" primary key,
    name text collate "C" not null,
    address text not null,
    check_kind text not null, -- as the API writes it
    interval_millis bigint, -- null: the default interval
    enabled boolean not null,
    tags text not null,
    settings text, -- JSON object: the fields that only its check has, as far as they were given
    provisioned boolean not null,
    version integer not null
);

-- What a new installation watches: three public resolvers that different companies run.
insert into target (id, name, address, check_kind, interval_millis, enabled, tags, provisioned, version) values
    ('google-dns', 'Google DNS', '8.8.8.8', 'icmp', null, true, '', false, 0),
    ('cloudflare-dns', 'Cloudflare DNS', '1.1.1.1', 'icmp', null, true, '', false, 0),
    ('quad9-dns', 'Quad9 DNS', '9.9.9.9', 'icmp', null, true, '', false, 0);

-- One row for each pair of target and probe that was ever reported.
create table series (
    id bigint generated always as identity primary key, -- a number is never used again
    target_id text collate "C" not null references target (id) on delete cascade,
    probe text collate "C" not null,
    unique (target_id, probe)
);

create table round (
    series_id bigint not null references series (id) on delete cascade,
    time bigint not null, -- when it began; milliseconds since 1970, UTC
    samples bytea not null, -- as SampleBytes writes them
    detail text, -- JSON object: 'error' with 'scope' and 'reason', and 'attributes'; null: neither
    primary key (series_id, time)
);

-- What each probe's rounds add up to. Can be rebuilt from round at any time.
create table standing (
    target_id text collate "C" not null references target (id) on delete cascade,
    probe text collate "C" not null,
    status text not null,
    since bigint not null, -- milliseconds since 1970, UTC
    silent_since bigint, -- start of the unanswered rounds that may become DOWN
    last_time bigint not null, -- of the newest round
    primary key (target_id, probe)
);

-- Who reports. Each process of a probe names itself, so that two with the same id can be told from a restart.
create table probe (
    id text collate "C" primary key,
    last_seen bigint not null, -- milliseconds since 1970, UTC; of its newest report
    address text not null, -- where that came from
    instance text, -- the process that reports now; null: it does not name itself
    replaced_instance text, -- the process that reported before it
    replaced_seen bigint, -- when that one was last heard
    conflict_seen bigint -- when a process that had been replaced was last heard again
);
