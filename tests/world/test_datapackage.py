import csv
import io
import json
import re
from typing import Any

TYPES = {"string": str, "integer": int, "array": list, "datetime": str}


def test_the_package_describes_every_table_field_by_field(any_level: Any) -> None:
    package = json.loads((any_level.path / "datapackage.json").read_text("utf-8"))
    assert re.fullmatch(r"[a-z0-9-]+", package["name"])
    resources = {resource["path"]: resource for resource in package["resources"]}
    tables = {path.name for path in (any_level.path / "tables").iterdir()}
    assert {path for path in resources if path.startswith("tables/")} == {f"tables/{name}" for name in tables}
    for path, resource in resources.items():
        fields = {field["name"]: TYPES[field["type"]] for field in resource["schema"]["fields"]}
        for row in _rows(any_level, path):
            assert list(row) == list(fields), path
            assert all(value is None or isinstance(value, fields[name]) for name, value in row.items()), (path, row)


def _rows(bundle: Any, path: str) -> list[dict[str, Any]]:
    body = (bundle.path / path).read_text("utf-8")
    if path.endswith(".jsonl"):
        return [json.loads(line) for line in body.splitlines()]
    rows = list(csv.DictReader(io.StringIO(body), delimiter=";"))
    whole = {"seconds", "Сумма"}
    return [{name: int(value) if name in whole else value for name, value in row.items()} for row in rows]
