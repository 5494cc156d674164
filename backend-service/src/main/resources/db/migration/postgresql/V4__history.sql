-- What the rounds of a series in a bucket of time add up to; times are whole microseconds.
create table rollup (
    series_id bigint not null references series (id) on delete cascade,
    width bigint not null, -- milliseconds
    start bigint not null, -- milliseconds since 1970, UTC
    rounds bigint not null,
    unmeasured bigint not null,
    sent bigint not null,
    received bigint not null,
    late bigint not null,
    duplicates bigint not null,
    min_micros bigint not null,
    sum_micros bigint not null,
    max_micros bigint not null,
    latencies bytea not null, -- the bins of a DDSketch
    primary key (series_id, width, start)
);

-- How far the roll-ups of a series go. Times are milliseconds since 1970, UTC.
create table rollup_progress (
    series_id bigint primary key references series (id) on delete cascade,
    built bigint not null, -- minutes before this are built, and whatever ends before it
    rebuild_from bigint -- the first day that is still to be rebuilt; null: none is
);

-- Minutes before rollup_progress.built of which rounds came later.
create table rollup_due (
    series_id bigint not null references series (id) on delete cascade,
    minute bigint not null, -- milliseconds since 1970, UTC
    primary key (series_id, minute)
);

-- Rounds that came when those of their time were forgotten already. A roll-up holds each of them once.
create table straggler (
    series_id bigint not null references series (id) on delete cascade,
    time bigint not null, -- milliseconds since 1970, UTC
    noted bigint not null, -- when it came
    primary key (series_id, time)
);

-- Before when what is this fine has been forgotten, or is about to be.
create table horizon (
    resolution text primary key,
    time bigint not null -- milliseconds since 1970, UTC
);
