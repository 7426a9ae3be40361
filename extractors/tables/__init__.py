"""Tables: regions → grid → header paths → sums → facts, for PDF, tab-separated and flattened text."""
