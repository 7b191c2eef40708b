"""What was done in each case, on which day of the sample; a module per team.

The sample's 10 March is today, and nothing lies in the future: the last acts are of the day before. A story yields the
day on which it goes on where others' acts may come first: the entry, what the leading group decides, the last days.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping

from reports.demo.days import Days
from reports.demo.stories import team1, team2, team3, team4, team5, team6
from reports.demo.story import Story

# What happened from this day on is still news: nobody has read it.
LAST_DAYS = "03-08"

STORIES: Mapping[str, Callable[[Story], Iterator[str]]] = (
    team1.STORIES | team2.STORIES | team3.STORIES | team4.STORIES | team5.STORIES | team6.STORIES
)


def tell(stories: Iterable[Iterator[str]], days: Days) -> None:
    """Tell all of them, the one whose day comes first before the others, so that replies are numbered by their days."""
    waiting = [(days.on(next(story)), order, story) for order, story in enumerate(stories)]
    heapq.heapify(waiting)
    while waiting:
        _day, order, story = heapq.heappop(waiting)
        following = next(story, None)
        if following is not None:
            heapq.heappush(waiting, (days.on(following), order, story))
