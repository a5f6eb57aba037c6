"""Articles: what a news text says of itself, one spelling for it, and which are copies.

``detect`` reads a raw text into an Article: headline, dateline, agencies, publication date and what
each line is. ``normalise`` brings title, outlet, agencies, dateline and address into
one form. ``deduplicate`` keeps one Article of each text, however often it was printed; ``groups``
says which were copies. The text itself is evidence and is never edited.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from string import capwords
from types import MappingProxyType
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import attrs

from diplotext import lexicon
from diplotext.dateranges import as_day
from diplotext.errors import expect
from diplotext.lexicon.tokens import tokenise
from diplotext.merging import copies
from diplotext.models import Article
from diplotext.reading import furniture, layout, publication

_ENGLISH_SHARE = 0.1
_ADDRESS_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|cmpid|ocid|ref|rss|ns_\w+", re.I)
_SMALL = frozenset({"Of", "De", "Del", "La", "Le", "The", "And", "Al"})
_SUFFIX = re.compile(r"\s+[|–—-]\s+(?=[^|–—]{2,40}$)")
_DOMAIN = re.compile(
    r"[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.(?:com|org|net|info|gov|int|co|news|[a-z]{2})", re.I
)


def detect(
    text: str,
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    title: str | None = None,
    id: str | None = None,  # noqa: A002 - the field's name
    not_before: date | str | None = None,
    not_after: date | str | None = None,
) -> Article:
    """Read the layout of a news text; any string gives an Article.

    What the caller knows goes before what the page says. ``published`` is a date or its ISO text
    ("2023-09-18"); without it a date in the path of ``url``, then the page's own header,
    dateline and relative expressions are asked. ``not_before`` and ``not_after`` (closed)
    bound what may be inferred: when the file was fetched, for one. Raises InputError
    for a day that is no date, TypeError for a ``text``, ``title`` and so on that is no string.
    """
    if not isinstance(text, str):
        raise TypeError(f"an article's text is a str, not {type(text).__name__}")
    for name, value in (("id", id), ("title", title), ("outlet", outlet), ("url", url)):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"{name} is {value!r}, expected a str, or None where it is unknown")
    page = layout.read(text)
    earliest, latest = as_day(not_before, "not_before"), as_day(not_after, "not_after")
    known = _known(as_day(published, "published"), url, earliest, latest)
    if known is None:
        known = publication.infer(text, page, tokenise(text), not_before=earliest, not_after=latest)
    return Article(
        id=id if id is not None else _digest(text),
        text=text,
        title=title if title is not None else (page.title.of(text) if page.title else None),
        outlet=outlet if outlet is not None else page.outlet,
        url=url,
        agencies=page.agencies,
        dateline=page.dateline_place.of(text) if page.dateline_place else None,
        published=known.value,
        published_basis=known.basis if known.value else None,
        published_reasons=known.reasons,
        language=_language(text),
        parts=page.parts,
    )


def normalise(article: Article) -> Article:
    """The same article with title, outlet, agencies, dateline and address in their usual form.

    The title loses invisible signs, character references and the outlet's name at its end; the
    outlet and the agencies take the names of the gazetteer; a dateline in capitals is
    written as names are; the address loses tracking parameters. Text, parts and dates
    stay. Idempotent.
    """
    expect(article, Article)
    outlet = _outlet(article.outlet)
    return attrs.evolve(
        article,
        title=_title(article.title, outlet),
        outlet=outlet,
        url=_address(article.url),
        agencies=tuple(dict.fromkeys(_agency(name) for name in article.agencies)),
        dateline=_dateline(article.dateline),
        language=article.language.lower().split("-")[0] or None if article.language else None,
    )


def deduplicate(articles: Iterable[Article]) -> tuple[Article, ...]:
    """One Article of each distinct text, ordered by id.

    Of copies the one stays whose publication date is known best and earliest; then the
    longest; then the one with the smallest id. Neither order nor repetition matters.
    """
    return tuple(sorted((group[0] for group in groups(articles)), key=_by_id))


def groups(articles: Iterable[Article]) -> tuple[tuple[Article, ...], ...]:
    """The articles sorted into copies of one text; the first of each group stands for it.

    Exact and near copies: see ``merging.copies`` for what counts as one. An Article that is
    given twice stays once. Corpora that were grouped apart are joined by grouping all
    their articles again, not their representatives.
    """
    given = sorted(dict.fromkeys(articles), key=_by_id)
    runs = [copies.shingles(_news(article)) for article in given]
    found = [
        tuple(sorted((given[i] for i in group), key=_preference)) for group in copies.groups(runs)
    ]
    return tuple(sorted(found, key=lambda group: _by_id(group[0])))


def _by_id(article: Article) -> tuple[str, str, str]:
    expect(article, Article)
    return article.id, article.text, repr(article)


_SURENESS: Mapping[str | None, int] = MappingProxyType(
    {"metadata": 0, "header": 1, "dateline": 2, "inferred": 3, None: 4}
)


def _preference(article: Article) -> tuple[int, date, int, str, str, str]:
    sureness = 4 if article.published is None else _SURENESS[article.published_basis]
    return sureness, article.published or date.max, -len(article.text), *_by_id(article)


def _news(article: Article) -> str:
    """The running text without what the page put around it; the whole text if there is none."""
    news = "\n".join(part.span.of(article.text) for part in article.parts if part.kind == "body")
    return news or article.text


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _known(
    day: date | None, url: str | None, not_before: date | None, not_after: date | None
) -> publication.Publication | None:
    """The day as the caller knows it: outright, or in a path like "/world/2023/09/18/envoys"."""
    if day is not None:
        return publication.Publication(day, "metadata", ("given with the text",))
    found = _ADDRESS_DATE.search(url[:500]) if url else None
    if not found:
        return None
    try:
        day = date(*map(int, found.groups()))
    except ValueError:
        return None
    if (not_before and day < not_before) or (not_after and day > not_after):
        return None
    return publication.Publication(day, "metadata", (f"the address has {found[0]}",))


def _language(text: str) -> str | None:
    """English ("en") if enough of the first words are those that no English text does without."""
    words = text[:1000].lower().split()
    if len(words) < 6:
        return None
    hits = sum(map(furniture.words().english.__contains__, words))
    return "en" if hits >= max(2, _ENGLISH_SHARE * len(words)) else None


def _clean(line: str) -> str:
    """Without character references, invisible signs and superfluous space, in form NFC."""
    before = None
    while before != line:
        before = line
        line = unicodedata.normalize("NFC", _INVISIBLE.sub("", html.unescape(line)))
        line = " ".join(line.split())
    return line


def _title(title: str | None, outlet: str | None) -> str | None:
    if title is None:
        return None
    before = None
    while before != title:
        before = title
        title = _clean(title)
        cut = _SUFFIX.search(title)
        if cut and _names_outlet(title[cut.end() :], outlet):
            title = title[: cut.start()]
        head, bar, rest = title.partition(" | ")
        if bar and rest and _names_outlet(head, outlet):
            title = rest
    return title or None


def _names_outlet(name: str, outlet: str | None) -> bool:
    known = name.casefold()
    if outlet is not None and known == outlet.casefold():
        return True
    return known in _outlets() or bool(_DOMAIN.fullmatch(name))


@cache
def _outlets() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for outlet in lexicon.outlets():
        for alias in outlet.aliases:
            names.setdefault(alias.casefold(), outlet.name)
    names.update({outlet.name.casefold(): outlet.name for outlet in lexicon.outlets()})
    return MappingProxyType(names)


def _outlet(name: str | None) -> str | None:
    if name is None:
        return None
    clean = _clean(name)
    low = clean.casefold()
    for form in (low, low.removeprefix("the "), low.removeprefix("www.").partition(".")[0]):
        if form in _outlets():
            return _outlets()[form]
    return clean or None


def _agency(name: str) -> str:
    found = furniture.agencies_of(name.lower())
    return found[0] if len(found) == 1 else name


def _dateline(place: str | None) -> str | None:
    if place is None:
        return None
    clean = _clean(place)
    if not clean.isupper() or len(clean) < 4:
        return clean or None
    known = _places().get(clean.casefold())
    if known:
        return known
    first, *rest = capwords(clean).split()
    return " ".join([first, *(word.lower() if word in _SMALL else word for word in rest)])


@cache
def _places() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for state in lexicon.states().values():
        names.update({name.casefold(): name for name in (*state.capitals, *state.capital_forms)})
    for place in lexicon.places():
        names.setdefault(place.name.casefold(), place.name)
    return MappingProxyType(names)


def _address(url: str | None) -> str | None:
    if url is None:
        return None
    clean = url.strip()
    try:
        parts = urlsplit(clean)
        fields = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return clean or None
    if parts.scheme.lower() not in ("http", "https"):
        return clean or None
    kept = [(key, value) for key, value in fields if not _TRACKING.fullmatch(key)]
    query = parts.query if len(kept) == len(fields) else urlencode(kept)
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, query, ""))
