package dev.noc.backend.dashboard;

import dev.noc.backend.postgres.OnPostgresServer;

@OnPostgresServer
class PostgresOverviewApiTest extends OverviewApiTest {}
