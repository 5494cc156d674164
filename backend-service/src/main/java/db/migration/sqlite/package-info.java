/** Migrations that need more than SQL. */
@NullMarked
package db.migration.sqlite;

import org.jspecify.annotations.NullMarked;
