package dev.noc.backend.history;

import dev.noc.backend.postgres.OnPostgresServer;

@OnPostgresServer
class PostgresExportStreamTest extends ExportStreamTest {}
