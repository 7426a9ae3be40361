"""Tables on pages typed with letters of one width."""
