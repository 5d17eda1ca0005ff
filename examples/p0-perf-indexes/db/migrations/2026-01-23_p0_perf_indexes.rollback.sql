DROP INDEX IF EXISTS idx_quarantine_conv_active_exp;
DROP INDEX IF EXISTS idx_outbox_status_due;
DROP INDEX IF EXISTS idx_security_events_time;
DROP INDEX IF EXISTS idx_support_tickets_status_time;
