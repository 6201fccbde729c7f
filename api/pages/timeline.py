"""/speakers/{id}/timeline.svg: when somebody's words were printed, as bars."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, Response
from markupsafe import Markup

from quotes.api.http.access_control import needs
from quotes.api.http.conditional_requests import conditional
from quotes.api.http.request_context import current_store
from quotes.api.resources.speakers import speaker_or_problem
from quotes.collection.profiles import Stretch, timeline

timelines = Blueprint("timelines", __name__)
WIDTH, HEIGHT, GAP, WIDEST = 720, 90, 0.18, 40
COLOUR = "#c25a48"  # to be told from the paper of light pages and of dark ones


@timelines.route("/speakers/<speaker:id>/timeline.svg")
@needs("read")
def speaker_timeline(id: str) -> Response:
    """The timeline of one speaker; a file of its own, so that counting much does not keep a page waiting."""
    speaker = speaker_or_problem(id)
    return conditional(Response(drawn(timeline(current_store(), speaker.id)), mimetype="image/svg+xml"))


def drawn(stretches: Sequence[Stretch]) -> str:
    """Bars side by side, the highest one as high as the picture."""
    most = max((stretch.quotes for stretch in stretches), default=0)
    bars = Markup("").join(_bar(at, stretch, WIDTH / len(stretches), most) for at, stretch in enumerate(stretches))
    return Markup('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" '
                  'preserveAspectRatio="none"><path d="M0 {base}H{w}" stroke="#8a8f96" stroke-width="1"/>{bars}</svg>'
                  ).format(w=WIDTH, h=HEIGHT, base=HEIGHT - 0.5, bars=bars)


def _bar(at: int, stretch: Stretch, width: float, most: int) -> Markup:
    if not stretch.quotes:
        return Markup("")
    height = max(3.0, (HEIGHT - 4) * stretch.quotes / most)
    thick = min(WIDEST, width * (1 - GAP))
    return Markup('<rect x="{x:.2f}" y="{y:.1f}" width="{w:.2f}" height="{h:.1f}" fill="{c}">'
                  '<title>{t}: {n}</title></rect>').format(
        x=(at + 0.5) * width - thick / 2, y=HEIGHT - 1 - height, w=thick, h=height, c=COLOUR,
        t=stretch.start[:7], n=stretch.quotes)
