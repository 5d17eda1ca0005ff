-- Runs statement by statement, outside a transaction, like the migration.
DROP INDEX CONCURRENTLY IF EXISTS idx_admin_audit_time;
DROP INDEX CONCURRENTLY IF EXISTS idx_token_usage_hash;
DROP INDEX CONCURRENTLY IF EXISTS idx_support_tickets_status_time;
DROP INDEX CONCURRENTLY IF EXISTS idx_security_events_time;
DROP INDEX CONCURRENTLY IF EXISTS idx_outbox_status_due;
DROP INDEX CONCURRENTLY IF EXISTS idx_quarantine_conv_active_exp;
