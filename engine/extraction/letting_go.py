"""Memory of long documents is freed when nobody waits: once their answer is on its way."""


def let_go_later(*used: object) -> None:
    """Have ``used`` freed when garbage is looked for next, not as soon as its last user is done.

    A document of four hundred pages leaves a million small objects, which take a tenth of a second
    to be freed one by one.
    """
    ring: list[object] = [used]
    ring.append(ring)
