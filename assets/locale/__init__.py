"""The program's words in all its languages, and what makes them ready."""
