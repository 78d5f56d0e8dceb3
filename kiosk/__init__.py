"""A patient education kiosk for clinic lobbies."""

__version__ = "0.1.0"
