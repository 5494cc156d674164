package dev.noc.backend.target;

import dev.noc.backend.postgres.OnPostgresServer;

@OnPostgresServer
class PostgresTargetLifeTest extends TargetLifeTest {}
