-- All six indexes are there and valid.
-- expect: rows = 6
SELECT index_class.relname
FROM pg_index
JOIN pg_class AS index_class ON index_class.oid = pg_index.indexrelid
WHERE pg_index.indisvalid
  AND index_class.relname IN (
    'idx_quarantine_conv_active_exp',
    'idx_outbox_status_due',
    'idx_security_events_time',
    'idx_support_tickets_status_time',
    'idx_token_usage_hash',
    'idx_admin_audit_time'
  );

-- expect: uses index idx_quarantine_conv_active_exp
SELECT reason
FROM conversation_quarantine
WHERE conversation_key = 'conversation-4' AND active AND expires_at > now();

-- expect: uses index idx_outbox_status_due
SELECT id, conversation_key, body
FROM outbound_messages
WHERE status = 'queued' AND next_retry_at <= now()
ORDER BY next_retry_at, created_at
LIMIT 20;

-- expect: uses index idx_security_events_time
SELECT kind, count(*)
FROM security_events
WHERE created_at > timestamptz '2026-01-04 06:00+00'
GROUP BY kind;

-- expect: uses index idx_support_tickets_status_time
SELECT id, subject, created_at
FROM support_tickets
WHERE tenant_id = 10 AND restaurant_id = 10 AND status = 'open'
ORDER BY created_at DESC
LIMIT 50;

-- expect: uses index idx_token_usage_hash
SELECT route, created_at
FROM token_usage_log
WHERE token_hash = md5('7')
ORDER BY created_at DESC
LIMIT 100;

-- expect: uses index idx_admin_audit_time
SELECT admin_id, action, created_at
FROM admin_wa_audit_log
ORDER BY created_at DESC
LIMIT 50;
