package dev.noc.backend.result;

import dev.noc.backend.postgres.OnPostgresServer;

@OnPostgresServer
class PostgresReportApiTest extends ReportApiTest {}
