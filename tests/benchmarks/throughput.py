"""How fast is ``detect``, and how does its cost grow? Figures to compare with one another only.

    python tests/benchmarks/throughput.py [--articles 500] [--merge]

Reads N varied copies of the seeds (other names, other days, other order of the paragraphs) through
the whole path, text to records, and prints articles and megabytes a second, the time of each
stage, peak memory, and the ratio to ``re.findall(r"\\w+", text)`` over the same texts in the same
run: the one figure that means the same on every machine. Then one article of growing length,
to show that the time grows with it and no faster, and the time of ``import diplotext``.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from statistics import median

SEEDS = Path(__file__).parents[2] / "seeds"
_RUNS = 3
_WARM = 50  # articles
SURNAMES = ("Zhao", "Okoro", "Lindqvist", "Haddad", "Moreau", "Tanaka", "Novak", "Castro", "Mbeki")
NAMED = ("Wang", "Lavrov", "Sullivan", "Patrushev", "Shoigu", "Zakharova", "Korolev")


def varied(count: int) -> list[str]:
    """``count`` texts made from the seeds, no two alike, the same in every run."""
    seeds = [path.read_bytes().decode() for path in sorted(SEEDS.glob("*.txt"))]
    random_ = random.Random(20230918)
    texts = []
    for number in range(count):
        text = seeds[number % len(seeds)]
        for name in NAMED:
            if random_.random() < 0.5:
                text = text.replace(name, random_.choice(SURNAMES))
        shift = random_.randrange(9)
        text = re.sub(r"\b(1\d)\b", lambda m, s=shift: str(int(m[1]) + s), text)  # type: ignore[misc]
        head, *paragraphs = text.split("\n")
        turn = random_.randrange(len(paragraphs) or 1)
        texts.append("\n".join([head, *paragraphs[turn:], *paragraphs[:turn], f"Report {number}."]))
    return texts


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def words(texts: Iterable[str]) -> None:
    for text in texts:
        re.findall(r"\w+", text)


def stages(texts: Iterable[str]) -> dict[str, float]:
    """Seconds for each step of the path, article by article; nothing is kept."""
    from diplotext import actors, articles, exercises, meetings
    from diplotext.reading.document import annotate

    spent = dict.fromkeys(
        ("articles.detect", "annotate", "meetings.detect", "exercises.detect", "actors.persons"),
        0.0,
    )
    clock = time.perf_counter
    for text in texts:
        t0 = clock()
        article = articles.detect(text)
        t1 = clock()
        document = annotate(article)
        t2 = clock()
        meetings.detect(document)
        t3 = clock()
        exercises.detect(document)
        t4 = clock()
        actors.persons(document)
        t5 = clock()
        for name, took in zip(spent, (t1 - t0, t2 - t1, t3 - t2, t4 - t3, t5 - t4), strict=True):
            spent[name] += took
    return spent


def dates_alone() -> float:
    """Time of ``dates.detect`` in times that of ``re.findall`` over the seeds as they are."""
    from diplotext import dates

    seeds = [path.read_bytes().decode() for path in sorted(SEEDS.glob("*.txt"))]
    published = date(2023, 9, 18)

    def detect() -> None:
        for text in seeds:
            dates.detect(text, published)

    detect()  # the tables load once
    # The best of many: what else the machine does only ever adds.
    best = min(seconds(detect) for _ in range(100))
    return best / min(seconds(lambda: words(seeds)) for _ in range(100))


def _unblocked(count: int) -> None:
    """What no day and no side keeps apart: undated meetings, and persons of one state."""
    from diplotext import actors, meetings
    from diplotext.dateranges import DateRange
    from diplotext.models import Actor, Meeting, Participant

    random_ = random.Random(count)
    syllables = [a + b for a in "bdfgklmnprstv" for b in "aeio"]

    def person() -> Actor:
        name = " ".join("".join(random_.sample(syllables, 3)).capitalize() for _ in range(2))
        return Actor(f"person:{name}", name, "person", "FR")

    people = [person() for _ in range(count)]
    days = (DateRange.day(date(2024, 1, 1)), None, None)
    told = [
        Meeting(
            id=str(number),
            kind="talks",
            participants=(
                Participant(one),
                Participant(Actor("state:NO", "Norway", "state", "NO")),
            ),
            when=random_.choice(days),
            status="held",
            article=f"article {number // 3}",
        )
        for number, one in enumerate(people)
    ]
    merged = seconds(lambda: meetings.deduplicate(told))
    joined = seconds(lambda: actors.deduplicate(people))
    print(f"  {count} undated   {merged:.2f} s; {count} persons of one state {joined:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--merge", action="store_true", help="also merge the records of all")
    options = parser.parse_args()

    code = "import time; t = time.perf_counter(); import diplotext; print(time.perf_counter() - t)"
    loads = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
        for _ in range(5)
    ]

    texts = varied(options.articles)
    size = sum(len(text.encode()) for text in texts)
    stages(texts[:_WARM])  # tables and rules load once
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # The best of a few runs of both: what else the machine does at the time counts for neither.
    baseline = min(seconds(lambda: words(texts)) for _ in range(_RUNS))
    spent = min((stages(texts) for _ in range(_RUNS)), key=lambda run: sum(run.values()))
    total = sum(spent.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    print(f"articles       {len(texts)} of {size / len(texts):.0f} bytes")
    print(f"detect         {len(texts) / total:.0f} articles/s, {size / total / 1e6:.2f} MB/s")
    for name, time_ in spent.items():
        print(f"  {name:18} {1000 * time_ / len(texts):6.3f} ms an article")
    print(f"re.findall     {len(texts) / baseline:.0f} articles/s")
    print(f"dates alone    {dates_alone():.1f} times re.findall, on the seeds")
    print(f"ratio          {total / baseline:.1f}")
    print(f"peak memory    {peak / 1024:.0f} MB, {(peak - before) / 1024:.0f} MB of it for the run")
    print(f"import         {median(loads):.3f} s (median of {len(loads)})")

    print("growing input  (one article, the seeds one after another)")
    whole = "\n".join(texts[:5])
    for times in (1, 2, 4, 8, 16):
        text = "\n".join([whole] * times)
        took = min(seconds(lambda text=text: stages([text])) for _ in range(2))  # type: ignore[misc]
        print(f"  {len(text):8d} code points  {1e6 * took / len(text):7.3f} us each")

    if options.merge:
        from diplotext.corpus import assemble, read

        readings = [read(text) for text in texts]
        took = seconds(lambda: assemble(readings))
        records = sum(len(r.meetings) + len(r.exercises) for r in readings)
        print(f"merging        {records} records in {took:.2f} s, {records / took:.0f} records/s")
        for count in (1000, 4000):
            _unblocked(count)


if __name__ == "__main__":
    main()
