CREATE TABLE IF NOT EXISTS "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO flyway_schema_history VALUES(1,'1','targets and results','SQL','V1__targets_and_results.sql',2051724327,'','2026-11-21 21:53:20.744',3,1);
CREATE TABLE target (
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
INSERT INTO target VALUES('google-dns','Google DNS','8.8.8.8','ICMP',NULL,1,'',0,0);
INSERT INTO target VALUES('cloudflare-dns','Cloudflare DNS','1.1.1.1','ICMP',NULL,1,'',0,0);
INSERT INTO target VALUES('quad9-dns','Quad9 DNS','9.9.9.9','ICMP',NULL,1,'',0,0);
INSERT INTO target VALUES('till','Shop till','192.0.2.10','ICMP',60000,1,'shop cash',0,0);
INSERT INTO target VALUES('clinic','Clinic VPN','2001:db8::11','ICMP',NULL,0,'',0,0);
CREATE TABLE result (
    target_id text not null references target (id) on delete cascade,
    probe text not null,
    time integer not null, -- milliseconds since 1970, UTC
    rtt_millis text not null, -- JSON array, one entry a sample, null for a loss
    error_scope text,
    error_reason text,
    primary key (target_id, probe, time)
) without rowid;
INSERT INTO result VALUES('clinic','office',1795165200123,'',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165200123,'11.9,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165210123,'11.91,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165220123,'11.92,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165230123,'11.93,,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165240123,'11.94,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165250123,'11.95,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165260123,'11.96,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165270123,'11.97,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165280123,'11.98,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165290123,'11.99,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165300123,'12.0,,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165310123,'12.01,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165320123,',,,,','target','192.0.2.1 says: network unreachable — ü');
INSERT INTO result VALUES('google-dns','office',1795165330123,',,,,','target','192.0.2.1 says: network unreachable — ü');
INSERT INTO result VALUES('google-dns','office',1795165340123,',,,,','target','192.0.2.1 says: network unreachable — ü');
INSERT INTO result VALUES('google-dns','office',1795165350123,',,,,','target','192.0.2.1 says: network unreachable — ü');
INSERT INTO result VALUES('google-dns','office',1795165360123,'12.06,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165370123,'12.07,,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165380123,'12.08,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165390123,'12.09,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165400123,'12.1,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165410123,'12.11,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165420123,'12.12,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165430123,'12.13,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165440123,'12.14,,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165450123,'12.15,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165460123,'12.16,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165470123,'12.17,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165480123,'12.18,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','office',1795165490123,'12.19,12.0,12.4,12.001,11.8',NULL,NULL);
INSERT INTO result VALUES('google-dns','warehouse',1795165200123,'20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5',NULL,NULL);
INSERT INTO result VALUES('google-dns','warehouse',1795165210123,'20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5',NULL,NULL);
INSERT INTO result VALUES('google-dns','warehouse',1795165220123,'20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5,20.5',NULL,NULL);
INSERT INTO result VALUES('quad9-dns','office',1795165200123,'-','probe','There is no route to 9.9.9.9.');
INSERT INTO result VALUES('quad9-dns','office',1795165210123,'-','probe','There is no route to 9.9.9.9.');
INSERT INTO result VALUES('quad9-dns','office',1795165220123,'-','probe','There is no route to 9.9.9.9.');
INSERT INTO result VALUES('quad9-dns','office',1795165230123,'-','probe','There is no route to 9.9.9.9.');
INSERT INTO result VALUES('quad9-dns','office',1795165240123,'-','probe','There is no route to 9.9.9.9.');
INSERT INTO result VALUES('till','office',1795165200123,'0.041',NULL,NULL);
INSERT INTO result VALUES('till','office',1795165260123,'60000.0',NULL,NULL);
CREATE TABLE standing (
    target_id text not null references target (id) on delete cascade,
    probe text not null,
    status text not null,
    since integer not null, -- milliseconds since 1970, UTC
    silent_since integer, -- start of the unanswered rounds that may become DOWN
    last_time integer not null, -- of the newest round
    primary key (target_id, probe)
) without rowid;
INSERT INTO standing VALUES('clinic','office','UNKNOWN',1795165200123,1795165200123,1795165200123);
INSERT INTO standing VALUES('google-dns','office','UP',1795165360123,NULL,1795165490123);
INSERT INTO standing VALUES('google-dns','warehouse','UP',1795165200123,NULL,1795165220123);
INSERT INTO standing VALUES('quad9-dns','office','UNKNOWN',1795165200123,NULL,1795165240123);
INSERT INTO standing VALUES('till','office','UP',1795165200123,NULL,1795165260123);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
