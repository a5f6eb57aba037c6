"""``python -m diplotext`` is the command ``diplotext``."""

from diplotext.cli import main

main(prog_name="diplotext")
