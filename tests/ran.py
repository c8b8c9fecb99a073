"""The command line run as a process of its own, as a person runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

Result = subprocess.CompletedProcess[str]


def enduse(
    home: Path, *words: str, hash_seed: str = "0", typed: str | None = None
) -> Result:
    """What the command gives; `typed` comes to it through a pipe."""
    env = {**os.environ, "ENDUSE_HOME": str(home), "PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-m", "enduse.cli.main", *words]
    return subprocess.run(
        command, env=env, capture_output=True, text=True, check=False, input=typed
    )


def parsed(result: Result) -> Any:
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)
