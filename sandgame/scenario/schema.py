"""The format as a JSON Schema, for editors that help while one writes: committed beside the cases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sandgame import resource_folder
from sandgame.scenario.form import ScenarioForm


def text() -> str:
    schema = ScenarioForm.model_json_schema()
    tidy(schema)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(head | schema, indent=1, ensure_ascii=False) + "\n"


def tidy(part: Any) -> None:
    """Titles made from names say nothing new; keys that do not fit their pattern are wrong."""
    if isinstance(part, dict):
        if isinstance(part.get("title"), str):
            del part["title"]
        if "patternProperties" in part:
            part["additionalProperties"] = False
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        tidy(inner)


def place() -> Path:
    return resource_folder("scenarios") / "scenario.schema.json"


def write() -> None:
    place().write_text(text(), encoding="utf-8")
