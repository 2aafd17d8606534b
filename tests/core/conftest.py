"""How hard the made-up cases are tried: always the same number, and in CI always the same ones."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "xl_apa",
    max_examples=60,
    deadline=None,
    derandomize="CI" in os.environ,
    # How fast the machine is says nothing about the rules.
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("xl_apa")
