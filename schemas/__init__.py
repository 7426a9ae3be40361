"""The ground floor: document model, record types, reference data and SQL. Imports nothing of ours."""
