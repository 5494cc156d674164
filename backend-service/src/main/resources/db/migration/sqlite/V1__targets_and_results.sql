create table target (
    id text primary key,
    name text not null,
    address text not null,
    check_kind text not null,
    interval_millis integer, -- null: the default interval
    enabled boolean not null,
    tags text not null,
    provisioned boolean not null,
    version integer not null
);

-- What a new installation watches: three public resolvers that different companies run.
insert into target (id, name, address, check_kind, interval_millis, enabled, tags, provisioned, version) values
    ('google-dns', 'Google DNS', '8.8.8.8', 'ICMP', null, true, '', false, 0),
    ('cloudflare-dns', 'Cloudflare DNS', '1.1.1.1', 'ICMP', null, true, '', false, 0),
    ('quad9-dns', 'Quad9 DNS', '9.9.9.9', 'ICMP', null, true, '', false, 0);

-- Clustered by its key, so that a range of one target is one sequential read.
create table result (
    target_id text not null references target (id) on delete cascade,
    probe text not null,
    time integer not null, -- milliseconds since 1970, UTC
    rtt_millis text not null, -- JSON array, one entry a sample, null for a loss
    error_scope text,
    error_reason text,
    primary key (target_id, probe, time)
) without rowid;

-- What each probe's rounds add up to. Can be rebuilt from result at any time.
create table standing (
    target_id text not null references target (id) on delete cascade,
    probe text not null,
    status text not null,
    since integer not null, -- milliseconds since 1970, UTC
    silent_since integer, -- start of the unanswered rounds that may become DOWN
    last_time integer not null, -- of the newest round
    primary key (target_id, probe)
) without rowid;
