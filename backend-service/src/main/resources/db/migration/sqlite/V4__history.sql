-- What the rounds of a series in a bucket of time add up to; times are whole microseconds.
-- Clustered by its key, so that a range of one series is one sequential read.
create table rollup (
    series_id integer not null references series (id) on delete cascade,
    width integer not null, -- milliseconds
    start integer not null, -- milliseconds since 1970, UTC
    rounds integer not null,
    unmeasured integer not null,
    sent integer not null,
    received integer not null,
    late integer not null,
    duplicates integer not null,
    min_micros integer not null,
    sum_micros integer not null,
    max_micros integer not null,
    latencies blob not null, -- the bins of a DDSketch
    primary key (series_id, width, start)
) without rowid;

-- How far the roll-ups of a series go. Times are milliseconds since 1970, UTC.
create table rollup_progress (
    series_id integer primary key references series (id) on delete cascade,
    built integer not null, -- minutes before this are built, and whatever ends before it
    rebuild_from integer -- the first day that is still to be rebuilt; null: none is
);

-- Minutes before rollup_progress.built of which rounds came later.
create table rollup_due (
    series_id integer not null references series (id) on delete cascade,
    minute integer not null, -- milliseconds since 1970, UTC
    primary key (series_id, minute)
) without rowid;

-- Rounds that came when those of their time were forgotten already. A roll-up holds each of them once.
create table straggler (
    series_id integer not null references series (id) on delete cascade,
    time integer not null, -- milliseconds since 1970, UTC
    noted integer not null, -- when it came
    primary key (series_id, time)
) without rowid;

-- Before when what is this fine has been forgotten, or is about to be.
create table horizon (
    resolution text primary key,
    time integer not null -- milliseconds since 1970, UTC
) without rowid;
