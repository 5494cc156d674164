package dev.noc.backend.probe;

import dev.noc.backend.postgres.OnPostgresServer;

@OnPostgresServer
class PostgresProbeApiTest extends ProbeApiTest {}
