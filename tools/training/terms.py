"""A page of terms and conditions: dense text whose dates and amounts are not the bill's."""

from tools.training.closing import other_parts
from tools.training.draft import Draft


def draw_terms(draft: Draft) -> None:
    """Draw the page, in one or two columns."""
    style, chance, paper = draft.style, draft.chance, draft.paper
    paper.new_page(style.width, style.height)
    y = style.top + 16
    draft.text(style.left, y, draft.voice.say("terms_title"), style.size + 3, bold=True)
    count = chance.pick((1, 2, 2))
    width = (style.inner - 18 * (count - 1)) / count
    size = chance.pick((6.0, 6.5, 7.0, 7.5))
    for column in range(count):
        left = style.left + column * (width + 18)
        below = y + 18
        number = column * 20
        while below < style.bottom - 60:
            number += 1
            text = f"{number}. {draft.voice.tell('terms_body', **other_parts(draft))}"
            for line in paper.wrap(text, width, size):
                draft.text(left, below, line, size)
                below += size * 1.25
            below += size * 0.5
