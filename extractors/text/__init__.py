"""Printed lines to running text: furniture, hyphens, joining, sentences."""
