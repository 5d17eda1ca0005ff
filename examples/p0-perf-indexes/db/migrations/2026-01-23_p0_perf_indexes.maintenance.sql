-- Run while there is little traffic (2 to 5 in the morning, local time).
VACUUM (ANALYZE) inbound_messages;
VACUUM (ANALYZE) outbound_messages;
VACUUM (ANALYZE) security_events;
VACUUM (ANALYZE) conversation_quarantine;
