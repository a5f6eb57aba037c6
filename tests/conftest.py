"""How often hypothesis tries: a few times at the desk, often where ``CI`` is set.

``pytest --update-golden`` rewrites the golden records and the output shown in README and docs.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

_SLOW_START = (HealthCheck.too_slow,)  # the first article loads the word tables

settings.register_profile(
    "quick", max_examples=25, deadline=None, suppress_health_check=_SLOW_START
)
settings.register_profile(
    "thorough",
    max_examples=250,
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=_SLOW_START,
)
settings.load_profile("thorough" if os.environ.get("CI") else "quick")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite tests/golden and the output shown in README.md and docs/",
    )
