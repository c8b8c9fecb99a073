"""Where enduse keeps its data."""

import os
from pathlib import Path

from platformdirs import user_data_path


def home() -> Path:
    """`ENDUSE_HOME`, or the platform's folder for user data. Not created here."""
    said = os.environ.get("ENDUSE_HOME", "")
    return Path(said).expanduser() if said else user_data_path("enduse")
