-- Links between papers: a listed bilag and the attachment that it is, a case over its meetings, a reference and what it
-- means. One row a link, with the keys of both ends.

CREATE OR REPLACE MACRO title_likeness(a, b) AS
  CASE WHEN a IS NULL OR b IS NULL THEN NULL
    WHEN contains(plain_measure(a), plain_measure(b)) OR contains(plain_measure(b), plain_measure(a))
      THEN greatest(0.95, jaro_winkler_similarity(lower(a), lower(b)))
    ELSE jaro_winkler_similarity(plain_measure(a), plain_measure(b)) END;

CREATE OR REPLACE VIEW bilag_links AS
WITH pairs AS (
  SELECT listed.document_id AS from_document_id, listed.attachment_id AS from_id, listed.item_no,
    listed.attachment_no AS from_no, listed.title, body.document_id AS to_document_id, body.attachment_id AS to_id,
    body.attachment_no AS to_no, title_likeness(listed.title, body.title) AS likeness,
    listed.attachment_no = body.attachment_no AS same_no, jaro_winkler_similarity(lower(listed.title), lower(body.title)) AS letters
  FROM attachments listed
  JOIN documents agenda ON agenda.document_id = listed.document_id
  JOIN documents packet ON packet.meeting_id = agenda.meeting_id AND packet.document_id <> agenda.document_id
  JOIN attachments body ON body.document_id = packet.document_id AND body.item_no = listed.item_no AND NOT body.listed_only
  WHERE listed.listed_only AND NOT contains(listed.attachment_no, '/') AND NOT contains(body.attachment_no, '/')
), told AS (
  SELECT *, coalesce(likeness, CASE WHEN same_no THEN 0.8 ELSE 0 END) AS score FROM pairs
  WHERE likeness > 0.9 OR (same_no AND coalesce(likeness, 1) > 0.7)
)
SELECT * EXCLUDE (letters) FROM told
QUALIFY row_number() OVER (PARTITION BY from_id, to_document_id ORDER BY score DESC, letters DESC, same_no DESC, to_id) = 1
  AND row_number() OVER (PARTITION BY to_id, from_document_id ORDER BY score DESC, letters DESC, same_no DESC, from_id) = 1;
COMMENT ON VIEW bilag_links IS
  'Bilag that a document lists and the attachment in another document of the same meeting that each one is.';

CREATE OR REPLACE VIEW case_links AS
WITH numbered AS (
  SELECT c.*, i.document_id, plain_measure(c.title) AS measure,
    count(*) OVER (PARTITION BY i.document_id, c.case_no) AS items_of_case
  FROM case_path c JOIN items i USING (item_id)
  WHERE c.case_no IS NOT NULL
)
SELECT earlier.case_no, earlier.item_id AS from_id, earlier.document_id AS from_document_id, earlier.item_no AS from_item_no,
  later.item_id AS to_id, later.document_id AS to_document_id, later.item_no AS to_item_no, later.meeting_date,
  later.meeting_date - earlier.meeting_date AS days
FROM numbered earlier JOIN numbered later
  ON later.case_no = earlier.case_no AND later.meeting_date > earlier.meeting_date
  AND (later.measure = earlier.measure OR (later.items_of_case = 1 AND earlier.items_of_case = 1))
QUALIFY rank() OVER (PARTITION BY later.item_id ORDER BY earlier.meeting_date DESC) = 1;
COMMENT ON VIEW case_links IS
  'An item and the item of the nearest earlier meeting with the same case number; where a meeting has several items of one '
  'case, those with the same title.';

CREATE OR REPLACE VIEW item_links AS
SELECT 'bilag' AS link, from_document_id, item_no AS from_item_no, from_no AS from_attachment_no, from_id,
  to_document_id, item_no AS to_item_no, to_no AS to_attachment_no, to_id, title AS text, score AS confidence
FROM bilag_links
UNION ALL
SELECT 'case', from_document_id, from_item_no, NULL, from_id, to_document_id, to_item_no, NULL, to_id, case_no, 1
FROM case_links
UNION ALL
SELECT 'reference', r.document_id, r.item_no, r.attachment_no, r.reference_id, i.document_id, i.item_no, NULL, i.item_id,
  r.text, r.confidence
FROM item_references r JOIN items i ON i.document_id = r.document_id AND i.item_no = r.target_item_no
WHERE r.kind = 'item'
UNION ALL
SELECT 'reference', r.document_id, r.item_no, r.attachment_no, r.reference_id, a.document_id, a.item_no, a.attachment_no,
  a.attachment_id, r.text, r.confidence
FROM item_references r JOIN attachments a
  ON a.document_id = r.document_id AND a.item_no = r.target_item_no AND a.attachment_no = r.target_attachment_no
WHERE r.kind = 'attachment'
QUALIFY row_number() OVER (PARTITION BY r.reference_id ORDER BY a.listed_only, a.attachment_id) = 1
UNION ALL
SELECT 'reference', r.document_id, r.item_no, r.attachment_no, r.reference_id, i.document_id, i.item_no, NULL, i.item_id,
  r.text, r.confidence
FROM item_references r JOIN items i ON i.case_no = r.target_case_no
WHERE r.kind = 'case';
COMMENT ON VIEW item_links IS
  'One row a link, with the keys of both ends: a listed bilag and its attachment in the packet (bilag), an item and its '
  'earlier meeting (case), a reference in the text and the item or attachment that it means (reference).';
