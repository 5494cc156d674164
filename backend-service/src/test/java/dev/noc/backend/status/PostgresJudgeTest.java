package dev.noc.backend.status;

import dev.noc.backend.postgres.OnPostgresServer;

@OnPostgresServer
class PostgresJudgeTest extends JudgeTest {}
