-- Which targets were met, and where is it written?
SELECT sub_no, metric, segment, comparator, target_value, result_value, target_unit AS unit, status, result_page
FROM target_results
WHERE result_value IS NOT NULL
ORDER BY document_id, sub_no, segment
