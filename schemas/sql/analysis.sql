-- What analysts ask first, as views. They stand on the relations alone and hold for every packet.

-- The same measure over years and packets: a caption or head without its years and punctuation, in small letters.
CREATE OR REPLACE MACRO plain_measure(label) AS
  trim(regexp_replace(regexp_replace(lower(coalesce(label, '')),
    '((for|i|år|ultimo|primo|medio|ved udgangen af)\s+)?\b(19|20)\d\d([-–/ ]+(19|20)?\d\d)?\b', ' ', 'g'),
    '[^0-9a-zæøå%]+', ' ', 'g'));

-- The same row over years and packets: a total that names its group may stand inside the group or beside it
-- (`Tilbud / Tilbud i alt` is `Tilbud i alt`).
CREATE OR REPLACE MACRO plain_row(label) AS
  array_to_string(list_filter(string_split(label, ' / '),
    lambda part, place: NOT starts_with(lower(coalesce(string_split(label, ' / ')[place + 1], '')), lower(part) || ' ')),
    ' / ');

CREATE OR REPLACE VIEW series AS
SELECT
  d.body, plain_measure(o.caption) AS measure, plain_row(o.row_label) AS row_label, plain_measure(o.col_label) AS head, o.unit, o.year, o.value,
  o.municipality_code, o.region_code, o.is_total, o.caption, o.col_label, o.observation_id, o.table_id, o.document_id,
  d.filename, d.meeting_id, o.page, o.line, o.confidence
FROM observations o JOIN documents d USING (document_id)
WHERE o.year IS NOT NULL AND o.value IS NOT NULL;
COMMENT ON VIEW series IS 'Numbers with a year; the same measure, row_label and head in two packets are one series.';

CREATE OR REPLACE VIEW municipality_quotas AS
SELECT
  m.region, m.code AS municipality_code, m.name AS municipality, o.year, o.value AS quota,
  CASE WHEN o.year IS NOT NULL THEN o.value - lag(o.value) OVER earlier END AS change,
  o.caption, o.col_label, d.filename, o.page, o.line, o.observation_id
FROM observations o JOIN documents d USING (document_id) JOIN municipalities m ON m.code = o.municipality_code
WHERE o.value IS NOT NULL AND NOT o.is_total AND (contains(lower(o.col_label), 'kvote')
  OR (contains(lower(coalesce(o.caption, '')), 'kvote') AND plain_measure(o.col_label) = ''))
WINDOW earlier AS (
  PARTITION BY m.code, plain_measure(o.caption), plain_measure(o.col_label), o.year IS NULL
  ORDER BY o.year, o.observation_id
);
COMMENT ON VIEW municipality_quotas IS
  'Quota of each municipality and year, with the change from the year before; no year where the table prints none.';

CREATE OR REPLACE VIEW announced_bilag AS
SELECT d.body, d.meeting_date, d.filename, a.item_no, a.attachment_no, a.title, a.page, a.line, a.attachment_id,
  EXISTS (
    SELECT 1 FROM attachments b JOIN documents e ON e.document_id = b.document_id
    WHERE NOT b.listed_only AND b.item_no = a.item_no AND e.meeting_id = d.meeting_id AND e.document_id <> d.document_id
  ) AS item_has_bilag_in_packet,
  EXISTS (
    SELECT 1 FROM attachments b JOIN documents e ON e.document_id = b.document_id
    WHERE NOT b.listed_only AND b.item_no = a.item_no AND e.meeting_id = d.meeting_id AND e.document_id <> d.document_id
      AND (plain_measure(b.title) = plain_measure(a.title) OR contains(plain_measure(b.title), plain_measure(a.title))
        OR contains(plain_measure(a.title), plain_measure(b.title))
        OR jaro_winkler_similarity(plain_measure(a.title), plain_measure(b.title)) > 0.9)
  ) AS title_in_packet
FROM attachments a JOIN documents d USING (document_id)
WHERE a.listed_only;
COMMENT ON VIEW announced_bilag IS
  'Bilag that a document names without holding them, and whether another document of the same meeting does.';

CREATE OR REPLACE VIEW meeting_coverage AS
SELECT meeting_id, max(body) AS body, max(meeting_date) AS meeting_date,
  count(*) FILTER (kind = 'dagsorden') AS dagsorden, count(*) FILTER (kind = 'bilag') AS bilag,
  count(*) FILTER (kind = 'referat') AS referat
FROM documents WHERE meeting_id IS NOT NULL GROUP BY meeting_id;
COMMENT ON VIEW meeting_coverage IS 'Which kinds of documents of a meeting are here: a zero is a document to look for.';

CREATE OR REPLACE VIEW case_path AS
SELECT i.case_no, i.title, i.item_type, i.item_no, d.body, d.meeting_date, d.filename,
  d.meeting_date - min(d.meeting_date) OVER (PARTITION BY i.case_no, plain_measure(i.title)) AS days_since_first,
  i.page, i.line, i.item_id
FROM items i JOIN documents d USING (document_id)
WHERE d.meeting_date IS NOT NULL;
COMMENT ON VIEW case_path IS
  'Each item with the days since the first meeting that had it under the same title: from orientering to decision.';

CREATE OR REPLACE VIEW quarantine AS
SELECT f.severity, f.rule, f.message, d.filename, f.page, f.line, f.table_id, f.expected, f.actual, f.finding_id
FROM findings f LEFT JOIN documents d USING (document_id)
WHERE f.severity <> 'info' OR f.rule IN ('table_refused', 'ocr_used')
ORDER BY list_position(['error', 'warning', 'info'], f.severity), f.rule, d.filename, f.page, f.line;
COMMENT ON VIEW quarantine IS 'What was refused, is missing or does not add up: look here before you print a figure.';
