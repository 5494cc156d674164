-- From when on a target is DOWN, UP again or DEGRADED; null: the default.
alter table target add column down_after_rounds integer;
alter table target add column up_after_rounds integer;
alter table target add column degraded_loss_percent integer;
alter table target add column latency_limit_millis real;

-- What it held is told from the rounds at the next start.
drop table standing;

-- What was concluded of each series, as it changed. Can be rebuilt from the rounds as far as they are kept.
create table span (
    series_id integer not null references series (id) on delete cascade,
    decided integer not null, -- milliseconds since 1970, UTC: when it was clear
    began integer not null, -- from when on it holds: for DOWN the first round without an answer
    era_start integer not null, -- from when on rounds count together
    status text not null,
    cause text,
    evidence text, -- JSON: the rounds before its beginning, and at it
    primary key (series_id, decided)
) without rowid;

create table incident (
    id integer primary key autoincrement, -- an id is never given again
    target_id text not null references target (id) on delete cascade,
    began integer not null,
    ended integer, -- null: it goes on
    worst text not null,
    cause text not null,
    changes integer not null,
    flapping boolean not null,
    announced boolean not null, -- false: it was told from late rounds only, and nobody was alarmed
    evidence text not null -- JSON: the rounds that prove it, and who said what
);
create index incident_of_target on incident (target_id, began);
create index incident_by_time on incident (began);
create index incident_open on incident (target_id) where ended is null;
