-- Every page of a file has a row: pages of the file = pages read + pages without text + pages failed.
SELECT d.document_id, CAST(NULL AS VARCHAR) AS table_id, 'pages of ' || d.filename || ' have no row' AS message,
  CAST(d.page_count AS VARCHAR) AS expected, CAST(count(p.page) AS VARCHAR) AS actual
FROM documents d LEFT JOIN pages p USING (document_id)
GROUP BY d.document_id, d.filename, d.page_count
HAVING d.page_count <> count(p.page)
