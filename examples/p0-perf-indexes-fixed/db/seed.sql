-- Rows for the rehearsal: enough that the planner has a choice to make.

INSERT INTO inbound_messages (tenant_id, conversation_key, body, received_at)
SELECT n % 20, 'conversation-' || n % 500, 'message ' || n, timestamptz '2026-01-01 00:00+00' + n * interval '1 minute'
FROM generate_series(1, 2000) AS n;

INSERT INTO outbound_messages (tenant_id, conversation_key, body, status, next_retry_at, created_at)
SELECT n % 20, 'conversation-' || n % 500, 'answer ' || n,
  CASE WHEN n % 50 = 0 THEN 'queued' WHEN n % 97 = 0 THEN 'failed' ELSE 'sent' END,
  CASE WHEN n % 50 = 0 THEN timestamptz '2026-01-01 00:00+00' + n * interval '1 minute' END,
  timestamptz '2026-01-01 00:00+00' + n * interval '1 minute'
FROM generate_series(1, 5000) AS n;

INSERT INTO security_events (tenant_id, kind, created_at)
SELECT n % 20, CASE WHEN n % 7 = 0 THEN 'login-failed' ELSE 'login' END, timestamptz '2026-01-01 00:00+00' + n * interval '1 minute'
FROM generate_series(1, 5000) AS n;

INSERT INTO conversation_quarantine (conversation_key, reason, active, expires_at)
SELECT 'conversation-' || n, 'spam', n % 4 = 0, timestamptz '2026-02-01 00:00+00' + n * interval '1 hour'
FROM generate_series(1, 5000) AS n;

INSERT INTO support_tickets (tenant_id, restaurant_id, subject, status, created_at)
SELECT n % 20, n % 100, 'ticket ' || n, CASE WHEN n % 10 = 0 THEN 'open' ELSE 'closed' END,
  timestamptz '2026-01-01 00:00+00' + n * interval '1 minute'
FROM generate_series(1, 5000) AS n;

INSERT INTO token_usage_log (token_hash, route, created_at)
SELECT md5((n % 250)::text), '/messages', timestamptz '2026-01-01 00:00+00' + n * interval '1 minute'
FROM generate_series(1, 5000) AS n;

INSERT INTO admin_wa_audit_log (admin_id, action, created_at)
SELECT n % 5, 'view', timestamptz '2026-01-01 00:00+00' + n * interval '1 minute'
FROM generate_series(1, 5000) AS n;
