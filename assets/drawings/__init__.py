"""The pictures, drawn by program. README.md says how."""
