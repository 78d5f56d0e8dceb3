"""A closed curtain behind a reception counter with a plant and a bell: we are back soon."""

from assets.drawings.kit import C, Shape, Svg, curve, ell, ground, mix, path, poly, rrect, shade, stroke
from assets.drawings.props import plant

# the curtain hangs 2 px = 1 cm behind the counter; on the counter 9 px = 1 cm: the bell 12 cm wide, the plant 25 cm
_TOP, _LOW, _RAIL = 158, 640, 132
_LEFT, _MIDDLE, _RIGHT = 214, 500, 786
_FOLDS = 5  # of each half
_CLOTH, _DARK, _DEEP, _LIT = C.SAND_DARK, mix(C.SAND_DARK, C.SAND_DEEP, 0.6), mix(C.SAND_DEEP, C.WOOD, 0.3), "#F3E1C6"
_BRASS, _BRASS_DARK, _BRASS_LIT = "#E3B45C", "#B98537", "#FCE9BE"


def _half(s: Svg, x0: float, x1: float) -> None:
    """One half of the curtain: hung up at its rings, falling in soft folds."""
    step = (x1 - x0) / _FOLDS
    top: list[tuple[float, ...]] = []
    for i in range(_FOLDS + 1):
        top.append((x0 + i * step, _TOP, 0.5))
        if i < _FOLDS:
            top.append((x0 + (i + 0.5) * step, _TOP + 13))
    cloth = curve([(x0, _TOP, 0), *top[1:-1], (x1, _TOP, 0), (x1 + 1, 300), (x1 - 2, 470), (x1 + 1, _LOW, 0), (x0 - 1, _LOW, 0), (x0 + 2, 470), (x0 - 1, 300)])
    s.add(cloth, _CLOTH)
    for i in range(_FOLDS):
        a = x0 + i * step
        sway = (3, -4, 2, -3, 4)[i]
        valley = curve([(a + step * 0.98, _TOP - 2, 0), (a + step * 1.04, 300), (a + step * 1.06 + sway, 470), (a + step * 1.04, _LOW, 0),
                        (a + step * 0.62, _LOW, 0), (a + step * 0.72 + sway, 470), (a + step * 0.78, 300)])  # fmt: skip
        deep = curve([(a + step * 0.99, _TOP - 2, 0), (a + step * 1.02, 320), (a + step * 1.03 + sway, 480), (a + step * 1.02, _LOW, 0),
                      (a + step * 0.84, _LOW, 0), (a + step * 0.9 + sway, 480), (a + step * 0.93, 320)])  # fmt: skip
        lit = curve([(a + step * 0.2, _TOP + 22, 0), (a + step * 0.36, 320), (a + step * 0.4 + sway, 480), (a + step * 0.4, _LOW, 0),
                     (a + step * 0.16, _LOW, 0), (a + step * 0.18 + sway, 480), (a + step * 0.18, 320)])  # fmt: skip
        s.add(valley & cloth, _DARK)
        s.add(deep & cloth, _DEEP, 0.75)
        s.add(lit & cloth, _LIT)
    heading = stroke(curve([(p[0], p[1] + 20) for p in top], closed=False), 2.4)
    s.add(heading & cloth, _DEEP, 0.7)
    for i in range(_FOLDS + 1):
        x = x0 + i * step + (6 if i == 0 else -6 if i == _FOLDS else 0)
        s.line(ell(x, _RAIL + 9, 8, 13), C.WOOD_DARK, 3.6)
        s.add(rrect(x - 3, _TOP - 9, 6, 13, 2.5), C.WOOD_DARK)


def _bell(s: Svg, x: float, y: float, w: float) -> None:
    """A small bell for the counter; x, y: the middle of its foot."""
    k = w / 100

    def put(one: Shape) -> Shape:
        return one.place(x, y, 0, k)

    s.shadow(x + 10, y, 82 * k, 12 * k, 0.4)
    foot = put(path("M-52 -12C-52 2 -30 4 0 4C30 4 52 2 52 -12L48 -20L-48 -20Z"))
    s.add(foot, C.NAVY)
    s.add(shade(foot, -7 * k, -5 * k), C.NAVY_DARK)
    dome = put(path("M-46 -18C-46 -52 -28 -70 0 -70C28 -70 46 -52 46 -18C20 -12 -20 -12 -46 -18Z"))
    s.add(dome, _BRASS)
    s.add(shade(dome, -14 * k, -5 * k), _BRASS_DARK)
    s.add(dome & put(curve([(-36, -28), (-32, -46), (-18, -60), (-10, -60), (-20, -48), (-26, -30), (-28, -22), (-35, -22)])), _BRASS_LIT)
    s.line(put(curve([(-40, -22), (0, -18), (38, -22)], closed=False)), _BRASS_DARK, 2.2 * k, 0.8)
    s.add(put(rrect(-5, -82, 10, 16, 2)), _BRASS_DARK)
    knob = put(ell(0, -84, 12, 7.5))
    s.add(knob, C.NAVY_LIGHT)
    s.add(shade(knob, -3 * k, -3 * k), C.NAVY)


def _band(whole: Shape, y0: float, y1: float) -> Shape:
    """A level band from edge to edge of the ground: a cut of the ground itself leaves a seam at its rim."""
    ends = [(whole.q.intersected(rrect(0, y - 0.5, 1000, 1).q)).boundingRect() for y in (y0, y1)]
    return poly([(ends[0].left(), y0), (ends[0].right(), y0), (ends[1].right(), y1), (ends[1].left(), y1)])


def draw() -> Svg:
    s = Svg("Being updated", "A closed curtain, softly lit, behind a reception counter with a plant and a small bell.")
    whole, _ = ground(s, floor_y=640)

    # ------------------------------------------------------------ rail and curtain, light behind them
    s.glow(500, 330, 400, C.LIGHT, 0.5, 280)
    s.add(rrect(_LEFT + 14, _TOP + 16, _RIGHT - _LEFT + 8, _LOW - _TOP, 12), C.NAVY, 0.08)
    rail = rrect(184, _RAIL - 7, 632, 13, 6.5)
    s.add(rail, C.WOOD)
    s.add(shade(rail, 0, -5), C.WOOD_DARK)
    for x in (180, 820):
        knob = ell(x, _RAIL, 13)
        s.add(knob, C.WOOD)
        s.add(shade(knob, -5, -5), C.WOOD_DARK)
    _half(s, _LEFT, _MIDDLE + 2)
    _half(s, _MIDDLE - 2, _RIGHT)
    # a seam of light where the halves meet
    s.glow(500, 410, 64, C.LIGHT_PALE, 0.95, 262)
    seam = curve([(500, _TOP + 4, 0), (503, 300), (501, 470), (503, _LOW, 0), (499.5, _LOW, 0), (497.5, 470), (500.5, 300)])
    s.add(seam, _DEEP)

    # ------------------------------------------------------------ counter
    cream = s.lin(80, 0, 920, 0, (0, C.CREAM, 1), (0.55, C.CREAM, 1), (1, C.CREAM_DARK, 1))
    s.add(whole & rrect(0, 652, 1000, 200), cream)
    for y0, y1, colour in ((708, 717, C.MINT_DEEP), (656, 670, C.CREAM_DEEP), (647, 658, C.WOOD_DARK), (636, 649, C.WOOD)):
        s.add(_band(whole, y0, y1), colour)
    top = whole & rrect(0, 588, 1000, 50)
    s.add(top, C.WOOD_LIGHT)
    s.add(top & curve([(520, 580, 0), (470, 644, 0), (1010, 650, 0), (1010, 580, 0)]), mix(C.WOOD_LIGHT, C.WOOD, 0.35))
    s.add(top & rrect(0, 588, 1000, 11), C.WOOD_DARK, 0.3)
    for line in ([(110, 622), (190, 618), (260, 622)], [(430, 608), (500, 612), (590, 607)], [(740, 626), (810, 622), (880, 627)]):
        s.line(curve(line, closed=False), C.WOOD, 2.4, 0.6)

    # ------------------------------------------------------------ plant and bell
    s.shadow(318, 628, 74, 11, 0.34)
    plant(s, 306, 630, 176)
    _bell(s, 668, 626, 118)
    return s


