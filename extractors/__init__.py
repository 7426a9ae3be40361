"""The middle floor: a document in, records out. Pure functions: no files, no database, no clock."""
