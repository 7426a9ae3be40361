"""What an agenda asks and decides: recommendations, appointments, references."""
