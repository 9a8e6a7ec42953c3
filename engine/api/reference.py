"""The API's description for people, made from its OpenAPI document.

A page of our own, since the usual viewers load their scripts from the internet.
"""

from html import escape
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

router = APIRouter(include_in_schema=False)

_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
section { border: 1px solid #8886; border-radius: .5rem; padding: .75rem 1rem; margin: 1rem 0; }
h2 { margin: 0; font-size: 1rem; } code { font-family: ui-monospace, monospace; }
b { display: inline-block; min-width: 3.5rem; } table { border-collapse: collapse; width: 100%; }
td { border-top: 1px solid #8884; padding: .25rem .5rem; vertical-align: top; }
"""


@router.get("/docs")
def docs(request: Request) -> HTMLResponse:
    """Every address with its parameters and answers."""
    description = request.app.openapi()
    root = request.scope.get("root_path", "")
    sections = [
        _section(root + path, method, operation)
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    ]
    title = escape(f"{description['info']['title']} {description['info']['version']}: HTTP API")
    return HTMLResponse(
        f"<!doctype html><html lang='en'><meta charset='utf-8'><title>{title}</title>"
        f"<style>{_STYLE}</style><h1>{title}</h1>"
        f"<p>{escape(description['info']['description'])} For programs: "
        f"<a href='{escape(root)}/openapi.json'>openapi.json</a>.</p>{''.join(sections)}",
        headers={"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"},
    )


def _section(path: str, method: str, operation: dict[str, Any]) -> str:
    rows = [
        (parameter["name"], parameter["in"], parameter.get("description", ""))
        for parameter in operation.get("parameters", [])
    ]
    rows += [("body", kind, "") for kind in operation.get("requestBody", {}).get("content", {})]
    rows += [
        (status, "answer", answer.get("description", ""))
        for status, answer in operation["responses"].items()
    ]
    cells = "".join(
        f"<tr><td><code>{escape(name)}</code></td><td>{escape(place)}</td>"
        f"<td>{escape(text)}</td></tr>"
        for name, place, text in rows
    )
    return (
        f"<section><h2><b>{method.upper()}</b> <code>{escape(path)}</code></h2>"
        f"<p>{escape(operation.get('description', operation['summary']))}</p>"
        f"<table>{cells}</table></section>"
    )
