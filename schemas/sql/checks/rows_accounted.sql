-- Rows in the warehouse = rows that the extractors gave, as noted when the document was loaded.
SELECT d.document_id, CAST(NULL AS VARCHAR) AS table_id, 'rows of ' || d.filename || ' were lost or doubled' AS message,
  CAST(d.extracted_rows AS VARCHAR) AS expected, CAST(count(r.document_id) AS VARCHAR) AS actual
FROM documents d LEFT JOIN extracted_rows r USING (document_id)
GROUP BY d.document_id, d.filename, d.extracted_rows
HAVING d.extracted_rows <> count(r.document_id)
