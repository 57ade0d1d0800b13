"""The Frictionless data package that describes a bundle's tables."""

from __future__ import annotations

_TABLES = {
    "sites": "host kind title language disallow:array",
    "ads": "id host path category place author language published:datetime removed:datetime text",
    "channels": "host channel title language about",
    "posts": "id host channel number:integer path author language published:datetime removed:datetime text forwarded",
    "companies": "id host path number language published:datetime text fields:array",
    "accounts": "host handle name about language created:datetime",
    "statuses": "id host path author language published:datetime removed:datetime text reblog",
    "articles": "id host path section author language published:datetime removed:datetime title text",
    "mementos": "id host original at:datetime",
    "messages": "id host path item author language published:datetime text",
    "questions": "id en ru tg fa",
    "files": "host path name media_type title",
}
_CSV = {
    "calls.csv": "A-number B-number start seconds:integer",
    "mobile_money.csv": "Время Отправитель Получатель Сумма:integer Валюта Назначение",
}


def datapackage(world: str, watermark: str) -> dict[str, object]:
    """Describe tables and files: name, path, fields with their types."""
    tables = [_resource(name, f"tables/{name}.jsonl", "jsonl", fields) for name, fields in _TABLES.items()]
    files = [
        {
            **_resource(name.removesuffix(".csv"), f"files/{name}", "csv", f"{fields}"),
            "mediatype": "text/csv",
            "dialect": {"delimiter": ";"},
        }
        for name, fields in _CSV.items()
    ]
    for each in files:
        schema = each["schema"]
        assert isinstance(schema, dict)
        schema["fields"].append({"name": watermark, "type": "string"})
    return {
        "name": f"world-{world}",
        "title": watermark,
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "resources": [*tables, *files],
    }


def _resource(name: str, path: str, form: str, fields: str) -> dict[str, object]:
    listed = [(each.partition(":")[0], each.partition(":")[2] or "string") for each in fields.split()]
    schema = {"fields": [_field(field, kind) for field, kind in listed], "missingValues": [""]}
    return {"name": name, "path": path, "type": "table", "format": form, "encoding": "utf-8", "schema": schema}


def _field(name: str, kind: str) -> dict[str, object]:
    return {"name": name, "type": kind, "format": "any"} if kind == "datetime" else {"name": name, "type": kind}
