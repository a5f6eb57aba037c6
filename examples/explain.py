"""Explain records by their evidence: which words each field rests on, and which rules spoke.

Run ``python examples/explain.py``.
"""

from __future__ import annotations

from diplotext import Meeting, annotate, articles, meetings
from diplotext.io import participant_text

TEXT = (
    "Norwegian Foreign Minister Ada Quill arrived in Lima on Monday for a three-day visit to "
    "Peru. On Tuesday she will meet her Peruvian counterpart, Ivo Marsh."
)


def explain(meeting: Meeting, text: str) -> None:
    """Each field's value, and under it the words of the article with their offsets."""
    values = {
        "event": f"{meeting.kind}, by rule {', '.join(meeting.rules)}",
        "participants": ", ".join(participant_text(p) for p in meeting.participants),
        "place": meeting.place.name if meeting.place else "unknown",
        "when": meeting.when.edtf if meeting.when else "unknown",
        "status": meeting.status,
    }
    for field, value in values.items():
        print(f"{field}: {value}")
        for evidence in meeting.evidence:
            if evidence.field == field:
                assert evidence.quote == text[evidence.span.start : evidence.span.end]
                print(f"    {evidence.span.start}-{evidence.span.end} {evidence.quote!r}")
    print()


def main() -> None:
    article = articles.detect(TEXT, published="2021-05-03")
    for meeting in meetings.detect(annotate(article)):
        explain(meeting, article.text)


if __name__ == "__main__":
    main()
