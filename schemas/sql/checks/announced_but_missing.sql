-- A bilag that the agenda of a meeting lists and no other document of the meeting holds, where such a document is there.
WITH held AS (
  SELECT DISTINCT d.meeting_id, a.item_no FROM attachments a JOIN documents d USING (document_id)
  WHERE NOT a.listed_only AND d.meeting_id IS NOT NULL
), packets AS (
  SELECT DISTINCT meeting_id FROM documents WHERE kind = 'bilag' AND meeting_id IS NOT NULL
)
SELECT a.document_id, CAST(NULL AS VARCHAR) AS table_id,
  'item ' || a.item_no || ' lists bilag ' || a.attachment_no || ' «' || coalesce(a.title, '') || '»; no packet of the meeting holds a bilag of this item'
    AS message,
  a.title AS expected, CAST(NULL AS VARCHAR) AS actual
FROM attachments a JOIN documents d USING (document_id) JOIN packets USING (meeting_id)
  ANTI JOIN held ON held.meeting_id = d.meeting_id AND held.item_no = a.item_no
WHERE a.listed_only AND d.kind = 'dagsorden'
