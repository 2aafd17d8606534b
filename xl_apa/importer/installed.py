"""Whether what reads reports in another form is installed: it is an extra, `pip install xl_apa[import]`."""

from __future__ import annotations

from xl_apa.core.errors import CallError


def require_installed() -> None:
    """Raise CallError unless everything that an import needs is installed."""
    try:
        import xl_apa.importer.pipeline  # noqa: F401
    except ImportError as error:
        raise CallError("import-not-installed", name=error.name or "?") from error
