"""The top floor: files, readers, stages in order, engines, the warehouse and the command line."""
