CREATE OR REPLACE VIEW meetings AS
SELECT meeting_id, max(body) AS body, max(meeting_date) AS meeting_date, count(*) AS documents
FROM documents
WHERE meeting_id IS NOT NULL
GROUP BY meeting_id
