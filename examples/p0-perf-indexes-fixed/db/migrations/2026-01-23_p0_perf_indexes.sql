-- P0-PERF-01: indexes for the hot query paths that the audit found.
-- Runs statement by statement, outside a transaction. It may be run again: what a failed build left is dropped first.

-- Is this conversation in quarantine?
DROP INDEX CONCURRENTLY IF EXISTS idx_quarantine_conv_active_exp;
CREATE INDEX CONCURRENTLY idx_quarantine_conv_active_exp
  ON conversation_quarantine (conversation_key, active, expires_at);

-- Which messages are due to be sent?
DROP INDEX CONCURRENTLY IF EXISTS idx_outbox_status_due;
CREATE INDEX CONCURRENTLY idx_outbox_status_due
  ON outbound_messages (status, next_retry_at, created_at);

-- Bursts of security events
DROP INDEX CONCURRENTLY IF EXISTS idx_security_events_time;
CREATE INDEX CONCURRENTLY idx_security_events_time
  ON security_events (created_at DESC);

-- The support console's ticket list
DROP INDEX CONCURRENTLY IF EXISTS idx_support_tickets_status_time;
CREATE INDEX CONCURRENTLY idx_support_tickets_status_time
  ON support_tickets (tenant_id, restaurant_id, status, created_at DESC);

-- Usage by token
DROP INDEX CONCURRENTLY IF EXISTS idx_token_usage_hash;
CREATE INDEX CONCURRENTLY idx_token_usage_hash
  ON token_usage_log (token_hash, created_at DESC);

-- The admins' audit trail
DROP INDEX CONCURRENTLY IF EXISTS idx_admin_audit_time;
CREATE INDEX CONCURRENTLY idx_admin_audit_time
  ON admin_wa_audit_log (created_at DESC);
