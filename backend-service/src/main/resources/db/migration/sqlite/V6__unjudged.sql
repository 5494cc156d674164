-- Rounds that came late and are not judged yet: what was concluded of their series does not know them.
create table unjudged (
    series_id integer not null references series (id) on delete cascade,
    time integer not null, -- as in round
    primary key (series_id, time)
) without rowid;
