"""How a day and a time are written: ISO 8601 in, short words out."""

from datetime import datetime

from sandgame.text.speech import Speech


def day_and_time(started: str, speech: Speech) -> str:
    """ISO 8601 in, "11月21日 14:05" or "21 Nov, 14:05" out."""
    at = datetime.fromisoformat(started)
    month = speech.say(f"game-month-{at.month}")
    return speech.say("game-day-time", month=month, day=str(at.day), time=f"{at:%H:%M}")
