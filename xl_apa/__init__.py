"""Marks, checks and ministry summaries for the e-Governance and Innovation Action Plan, in Excel.

The public interface, documented in docs/api.md:

    import xl_apa

    assessment = xl_apa.score("form.xlsx", quarter=2)
    consolidation = xl_apa.consolidate(["reports"], quarter=2, register="register.xlsx")
    xl_apa.write_summary(consolidation, "summary.xlsx")

A name is loaded when it is first used: worksheet functions and the command line need only a part of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from xl_apa._version import __version__

if TYPE_CHECKING:
    from xl_apa.api import assess as assess
    from xl_apa.api import build_template as build_template
    from xl_apa.api import consolidate as consolidate
    from xl_apa.api import import_report as import_report
    from xl_apa.api import load_plan as load_plan
    from xl_apa.api import read_report as read_report
    from xl_apa.api import score as score
    from xl_apa.api import write_summary as write_summary
    from xl_apa.core.assess import Assessment as Assessment
    from xl_apa.core.errors import XlApaError as XlApaError
    from xl_apa.core.findings import Finding as Finding
    from xl_apa.core.findings import Severity as Severity
    from xl_apa.core.fiscal import FiscalYear as FiscalYear
    from xl_apa.core.fiscal import Quarter as Quarter
    from xl_apa.core.model import Layout as Layout
    from xl_apa.core.model import Office as Office
    from xl_apa.core.model import Plan as Plan
    from xl_apa.core.model import Report as Report
    from xl_apa.core.model import Result as Result
    from xl_apa.core.model import Rule as Rule
    from xl_apa.core.model import Unit as Unit
    from xl_apa.importer.pipeline import Imported as Imported
    from xl_apa.ministry.model import OfficeResult as OfficeResult
    from xl_apa.ministry.model import Refusal as Refusal
    from xl_apa.ministry.summarise import Consolidation as Consolidation

_PLACES = {
    "Assessment": "xl_apa.core.assess",
    "Consolidation": "xl_apa.ministry.summarise",
    "Finding": "xl_apa.core.findings",
    "FiscalYear": "xl_apa.core.fiscal",
    "Imported": "xl_apa.importer.pipeline",
    "Layout": "xl_apa.core.model",
    "Office": "xl_apa.core.model",
    "OfficeResult": "xl_apa.ministry.model",
    "Plan": "xl_apa.core.model",
    "Quarter": "xl_apa.core.fiscal",
    "Refusal": "xl_apa.ministry.model",
    "Report": "xl_apa.core.model",
    "Result": "xl_apa.core.model",
    "Rule": "xl_apa.core.model",
    "Severity": "xl_apa.core.findings",
    "Unit": "xl_apa.core.model",
    "XlApaError": "xl_apa.core.errors",
    "assess": "xl_apa.api",
    "build_template": "xl_apa.api",
    "consolidate": "xl_apa.api",
    "import_report": "xl_apa.api",
    "load_plan": "xl_apa.api",
    "read_report": "xl_apa.api",
    "score": "xl_apa.api",
    "write_summary": "xl_apa.api",
}

__all__ = ["__version__", *_PLACES]


def __getattr__(name: str) -> object:
    """Return a public name, loading the module it stands in."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_PLACES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names, those not loaded yet too."""
    return sorted({*globals(), *__all__})
