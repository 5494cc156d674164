-- A kind of check is now kept as the API writes it.
update target set check_kind = lower(check_kind);

alter table target add column settings text; -- JSON object: the fields that only its check has, as far as they were given
alter table result add column attributes text; -- JSON object: what the check found out besides

-- Who reports. Each process of a probe names itself, so that two with the same id can be told from a restart.
create table probe (
    id text primary key,
    last_seen integer not null, -- milliseconds since 1970, UTC; of its newest report
    address text not null, -- where that came from
    instance text, -- the process that reports now; null: it does not name itself
    replaced_instance text, -- the process that reported before it
    replaced_seen integer, -- when that one was last heard
    conflict_seen integer -- when a process that had been replaced was last heard again
) without rowid;
