"""Sphinx: ``python -m sphinx -W -b html docs docs/_build``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from diplotext import __version__

project = "diplotext"
author = "The diplotext authors"
copyright = author  # noqa: A001 - the name Sphinx reads
release = version = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
maximum_signature_line_length = 80
python_display_short_literal_types = True
python_use_unqualified_type_names = True
add_module_names = False

html_theme = "furo"
html_title = f"diplotext {release}"
html_copy_source = False
html_show_sphinx = False
