"""Light, plants, furniture and small things. x, y is where a thing stands, unless told otherwise."""

import math

from assets.drawings.kit import C, Shape, Svg, bar, curve, ell, limb, mix, poly, rpoly, rrect, shade, soft

_WOOD_SIDE = mix(C.WOOD, C.WOOD_DARK, 0.6)


# ---------------------------------------------------------------- room
def window_light(svg: Svg, x: float, y: float, w: float = 240, h: float = 300, slant: float = 0.25) -> None:
    """Four panes of daylight on the wall: the family's quiet background motif. x, y: upper left corner."""
    gap = 16
    half = (w - gap) / 2
    h1, h2 = (h - gap) * 0.57, (h - gap) * 0.43
    f = svg.lin(x, y - slant * w, x + w, y + h, (0, C.LIGHT_PALE, 0.72), (1, C.LIGHT_PALE, 0.3))
    for cx in (x, x + half + gap):
        for cy, ch in ((y, h1), (y + h1 + gap, h2)):
            o = (cx - x) * slant
            right = cx + half
            pane = [(cx, cy - o), (right, cy - o - half * slant), (right, cy - o - half * slant + ch), (cx, cy - o + ch)]
            svg.add(rpoly(pane, 3), f)


def plant(svg: Svg, x: float, y: float, h: float, pot: str = C.CREAM, pot_dark: str = "#DCCDB6") -> None:
    """A potted plant; x, y is the middle of the foot of the pot, h the height of the leaves above the pot."""
    ph, pw = h * 0.36, h * 0.2
    top = y - ph
    leaves = [(-46, 0.72, 0), (40, 0.8, 1), (-18, 1.0, 0), (14, 0.95, 1), (-68, 0.5, 1), (64, 0.55, 0), (-2, 0.7, 0)]
    for angle, k, dark in leaves:
        long, w = h * k, h * 0.085
        half = [(0.6 * w, -long * 0.82), (w, -long * 0.52), (w * 0.5, -long * 0.22)]
        leaf = curve([(0, 0, 0), (-w * 0.55, -long * 0.25), (-w, -long * 0.55), (-w * 0.55, -long * 0.85), (0, -long, 0.2), *half])
        shady = curve([(0, 0, 0), (w * 0.1, -long * 0.5), (0, -long, 0.2), *half])
        spot = (x + angle * 0.05 * h / 100, top + 8, angle * 0.8)
        svg.add(leaf.place(*spot), C.LEAF_DARK if dark else C.LEAF)
        svg.add(shady.place(*spot), mix(C.LEAF_DARK, "#2F5E52", 0.35) if dark else C.LEAF_DARK, 0.6)
    body = rpoly([(x - pw, top), (x + pw, top), (x + pw * 0.74, y), (x - pw * 0.74, y)], 9)
    svg.add(body, pot)
    side = [(x + pw * 0.3, top - 5), (x + pw * 1.2, top - 5), (x + pw * 1.2, y + 5), (x + pw * 0.18, y + 5)]
    svg.add(body & rpoly(side, 1), pot_dark)
    svg.add(body & rrect(x - pw * 1.2, top, pw * 2.4, 9), pot_dark, 0.55)


def shelf(svg: Svg, x: float, y: float, w: float = 176) -> None:
    """A board on the wall; x, y: its upper left corner."""
    svg.add(rrect(x, y, w, 12, 5), C.WOOD)
    svg.add(rrect(x, y + 6, w, 6, 3), C.WOOD_DARK)
    for at in (x + 24, x + w - 32):
        svg.add(rpoly([(at - 5, y + 12), (at + 5, y + 12), (at + 5, y + 32), (at - 5, y + 26)], 3), C.WOOD_DARK)


def towel_roll(svg: Svg, x: float, y: float, light: str = C.CREAM, dark: str = C.CREAM_DARK) -> None:
    """The end of a rolled towel, 40 wide; x, y: its middle."""
    roll = ell(x, y, 20, 18.5)
    svg.add(roll, light)
    svg.add(shade(roll, -5, -4), dark)
    spiral = [(x - 9, y + 2), (x - 4, y - 8), (x + 7, y - 6), (x + 9, y + 4), (x, y + 8), (x - 3, y + 1), (x + 3, y - 1)]
    svg.line(curve(spiral, False), dark, 2.6)


# ---------------------------------------------------------------- furniture
def stool(svg: Svg, x: float, seat: float, ground: float, w: float = 200) -> None:
    """A padded stool in profile; x: its middle, seat: its top. Draw it before who sits on it."""
    for k in (-1, 1):
        svg.add(bar(x + k * w * 0.3, seat + 12, w * 0.042, x + k * w * 0.33, ground - 14, w * 0.028), C.WOOD_DARK)
    for k in (-1, 1):
        one = bar(x + k * w * 0.38, seat + 12, w * 0.05, x + k * w * 0.43, ground + 2, w * 0.032)
        svg.add(one, C.WOOD)
        svg.add(one & one.move(w * 0.027, 0), _WOOD_SIDE)
    rail = rrect(x - w * 0.4, seat + (ground - seat) * 0.55, w * 0.8, w * 0.05, 5)
    svg.add(rail, C.WOOD)
    svg.add(rail & rail.move(0, w * 0.025), C.WOOD_DARK)
    pad = rrect(x - w * 0.5, seat, w, w * 0.155, w * 0.073)
    svg.add(pad, C.MINT_DEEP)
    svg.add(shade(pad, -3, -w * 0.066), mix(C.MINT_DEEP, C.LEAF_DARK, 0.55))


def chair(svg: Svg, x: float, seat: float, ground: float, w: float = 170, facing: str = "left", back: float = 190) -> None:
    """A chair with a back in profile; who sits looks to `facing`. x: the middle of the seat; back: its height."""
    f = -1 if facing == "left" else 1
    rear = x - f * w * 0.47
    top = (rear - f * w * 0.13, seat - back)
    svg.add(bar(x + f * w * 0.34, seat + 10, w * 0.04, x + f * w * 0.36, ground - 14, w * 0.03), C.WOOD_DARK)
    svg.add(bar(rear + f * w * 0.14, seat + 10, w * 0.04, rear + f * w * 0.1, ground - 14, w * 0.03), C.WOOD_DARK)
    post = soft(bar(*top, w * 0.04, rear, seat + 14, w * 0.052) | bar(rear, seat + 4, w * 0.052, rear - f * w * 0.05, ground, w * 0.034), 2)
    front = bar(x + f * w * 0.44, seat + 12, w * 0.05, x + f * w * 0.47, ground, w * 0.034)
    for one in (post, front):
        svg.add(one, C.WOOD)
        svg.add(one & one.move(w * 0.03, 0), _WOOD_SIDE)
    near = (rear + f * w * 0.03, seat - back * 0.34)
    pad = limb([(top[0] + f * w * 0.05, top[1] + back * 0.12, w * 0.06), ((top[0] + near[0]) / 2 + f * w * 0.035, (top[1] + near[1]) / 2, w * 0.075),
                (*near, w * 0.06)])  # fmt: skip
    svg.add(pad, C.MINT_DEEP)
    svg.add(shade(pad, -w * 0.04, 0), mix(C.MINT_DEEP, C.LEAF_DARK, 0.55))
    cushion = rrect(x - w * 0.5, seat, w, w * 0.16, w * 0.075)
    svg.add(cushion, C.MINT_DEEP)
    svg.add(shade(cushion, -3, -w * 0.07), mix(C.MINT_DEEP, C.LEAF_DARK, 0.55))


def table(svg: Svg, x: float, top: float, ground: float, w: float = 260) -> None:
    """A plain table from the side; x: its middle."""
    for k in (-1, 1):
        one = bar(x + k * w * 0.42, top + 10, w * 0.034, x + k * w * 0.45, ground, w * 0.024)
        svg.add(one, C.WOOD)
        svg.add(one & one.move(w * 0.02, 0), _WOOD_SIDE)
    board = rrect(x - w / 2, top, w, w * 0.07, w * 0.03)
    svg.add(board, C.WOOD_LIGHT)
    svg.add(board & board.move(0, w * 0.035), C.WOOD)


def desk(svg: Svg, x: float, top: float, ground: float, w: float = 340) -> None:
    """A reception desk from the front, closed to the floor; who works there stands behind it."""
    svg.shadow(x, ground, w * 0.6, 16, 0.22)
    body = rpoly([(x - w * 0.47, top + 12), (x + w * 0.47, top + 12), (x + w * 0.47, ground), (x - w * 0.47, ground)], 10)
    svg.add(body, C.CREAM)
    svg.add(body & rrect(x + w * 0.2, top, w, ground - top + 10), C.CREAM_DARK)
    svg.add(body & rrect(x - w, ground - 16, w * 2, 20), C.CREAM_DEEP)
    svg.add(rrect(x - w * 0.34, top + (ground - top) * 0.32, w * 0.68, 9, 4.5), C.MINT_DEEP)
    board = rrect(x - w / 2, top, w, 22, 10)
    svg.add(board, C.WOOD_LIGHT)
    svg.add(board & board.move(0, 11), C.WOOD)


def massage_table(svg: Svg, *, ground: float = 814) -> None:
    """The legs and rails of the table in "pain relief" (its own place and size: scale it with svg.open)."""
    for x0, x1 in ((300, 296), (700, 704)):
        svg.add(bar(x0, 600, 10, x1, ground - 28, 7), C.WOOD_DARK)
    svg.add(rrect(246, 694, 508, 12, 5), C.WOOD_DARK)
    for x0, x1 in ((252, 244), (748, 756)):
        one = bar(x0, 610, 14, x1, ground, 9)
        svg.add(one, C.WOOD)
        svg.add(one & one.move(8, 0), _WOOD_SIDE)


def mat(svg: Svg, x: float, y: float, w: float = 300) -> None:
    """An exercise mat on the floor; x, y: the middle of its front edge."""
    svg.shadow(x, y + 4, w * 0.55, 12, 0.18)
    cloth = rpoly([(x - w * 0.44, y - w * 0.1), (x + w * 0.44, y - w * 0.1), (x + w * 0.5, y), (x - w * 0.5, y)], 10)
    svg.add(cloth, C.SLATE_LIGHT)
    svg.add(cloth & cloth.move(0, w * 0.08), C.SLATE)


# ---------------------------------------------------------------- things in hands
def clipboard(svg: Svg, x: float, y: float, w: float = 90, deg: float = 0) -> Shape:
    """A clipboard with a written sheet; x, y: its middle. Draw the hand "grip", this, and the hand's thumb again."""

    def put(s: Shape) -> Shape:
        return s.place(x, y, deg, w / 100)

    board = put(rrect(-50, -66, 100, 132, 9))
    svg.add(board, C.WOOD_DARK)
    svg.add(put(rrect(-43, -56, 86, 116, 4)), "#FFFFFF")
    for i, long in enumerate((60, 66, 50, 64, 38)):
        svg.add(put(rrect(-33, -34 + i * 18, long, 6, 3)), C.SLATE_LIGHT if i else C.SLATE)
    svg.add(put(rrect(-20, -74, 40, 18, 6)), C.SLATE_DARK)
    return board


def board_back(svg: Svg, x: float, y: float, w: float = 90, deg: float = 0) -> Shape:
    """A clipboard seen from behind."""
    board = rrect(-50, -66, 100, 132, 9).place(x, y, deg, w / 100)
    svg.add(board, C.WOOD)
    svg.add(shade(board, -7, -4), C.WOOD_DARK)
    return board


def phone(svg: Svg, x: float, y: float, long: float = 60, deg: float = 0, *, screen: bool = False) -> None:
    """A telephone; x, y: its middle, upright at 0 degrees. Draw it before the hand that holds it."""

    def put(s: Shape) -> Shape:
        return s.place(x, y, deg, long / 100)

    svg.add(put(rrect(-25, -50, 50, 100, 10)), C.NAVY_DARK)
    svg.add(put(rrect(-21, -44, 42, 86, 6)), C.SLATE_PALE if screen else C.NAVY_LIGHT)


def pen(svg: Svg, x: float, y: float, long: float = 46, deg: float = 60) -> None:
    """A pen; x, y: its tip; deg: where its end points."""
    svg.add(rpoly([(0, 0, 0), (12, -4, 1), (12, 4, 1)], 1).place(x, y, deg, long / 100), C.NAVY_DARK)
    svg.add(rrect(11, -5, 89, 10, 4).place(x, y, deg, long / 100), C.SLATE_DARK)


def leash(svg: Svg, start: tuple[float, float], end: tuple[float, float], sag: float = 24) -> None:
    """From the hand to the ring of the collar."""
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + sag)
    svg.line(curve([start, middle, end], False), C.NAVY, 3.6)


# ---------------------------------------------------------------- the dog
def dog(
    svg: Svg, x: float, ground: float, h: float, facing: str = "left", *, wags: bool = False
) -> tuple[float, float]:
    """Walter's dog, walking; x: under its middle, h: height at the shoulder. Returns the ring of its collar."""
    k = h / 100
    coat, dark, deep, pale = "#C79A68", "#A97C4C", "#835B35", "#F3E3C8"

    def put(s: Shape) -> Shape:
        return (s if facing == "left" else s.scale(-1, 1)).place(x, ground, 0, k)

    svg.shadow(x, ground, 82 * k, 9 * k, 0.22)
    far = [
        limb([(-28, -58, 13), (-36, -34, 8), (-24, -14, 6), (-30, -5, 5.5)]), limb([(34, -58, 15), (48, -38, 9), (62, -20, 6), (60, -6, 5.5)]),
        curve([(-24, -8), (-28, 0, 0.4), (-44, 0, 0.4), (-42, -7), (-34, -11)]), curve([(66, -8), (66, 0, 0.4), (48, 0, 0.4), (50, -7), (58, -11)]),
    ]
    for part in far:
        svg.add(put(part), deep)
    tail = put(limb([(48, -88, 8), (68, -100, 7), (82, -122, 6), (80, -142, 3)]))
    if wags:
        base = f"{x + (50 if facing == 'left' else -50) * k:.0f} {ground - 90 * k:.0f}"
        svg.open("rotate(0)")
    svg.add(tail, coat)
    svg.add(shade(tail, -4 * k, -3 * k), dark)
    if wags:
        svg.move("rotate", f"0 {base};9 {base};0 {base};-7 {base};0 {base}", 3)
        svg.close()
    legs = [
        limb([(-34, -62, 16), (-42, -36, 9), (-54, -14, 7), (-56, -5, 6.5)]), limb([(38, -62, 19), (34, -42, 11), (46, -22, 7), (38, -6, 6.5)]),
        curve([(-49, -9), (-50, 0, 0.4), (-70, 0, 0.4), (-68, -8), (-60, -12)]), curve([(45, -9), (45, 0, 0.4), (25, 0, 0.4), (27, -8), (35, -12)]),
    ]
    chest = curve([(-44, -104), (-20, -101), (10, -97), (40, -97), (54, -84), (54, -64), (40, -54), (14, -54), (-14, -46), (-36, -44), (-52, -56), (-56, -80)])
    body = soft(chest | legs[0] | legs[1], 3)
    whole = put(body)
    for part in legs[2:]:
        svg.add(put(part), coat)
        svg.add(shade(put(part), -2 * k, -4 * k), dark)
    svg.add(whole, coat)
    svg.add(shade(whole, -9 * k, -8 * k), dark)
    svg.add(whole & put(curve([(-60, -84), (-46, -72), (-36, -52), (-30, -40), (-60, -40), (-70, -60)])), pale)
    head = curve([(-44, -112), (-48, -130), (-62, -141), (-78, -140), (-90, -129), (-100, -121), (-112, -117), (-115, -109), (-110, -101), (-94, -98),
                  (-80, -96), (-70, -88), (-58, -78), (-42, -86)])  # fmt: skip
    front = put(head)
    svg.add(front, coat)
    svg.add(shade(front, -6 * k, -6 * k), dark)
    svg.add(front & put(curve([(-94, -124), (-84, -116), (-82, -104), (-74, -92), (-96, -90), (-122, -98), (-122, -116)])), pale)
    svg.add(put(ell(-112.5, -114, 4.6, 4)), C.NAVY_DARK)
    svg.line(put(curve([(-110, -104), (-102, -103), (-95, -106)], False)), deep, 2.2 * k)
    svg.add(put(ell(-83, -124, 3.2, 3.8)), C.NAVY_DARK)
    svg.add(put(ell(-84, -125.4, 1.1)), C.CREAM)
    ear = put(curve([(-66, -138), (-58, -138), (-50, -124), (-48, -104), (-56, -96), (-64, -106), (-70, -122)]))
    svg.add(ear, deep)
    svg.add(ear & ear.move(-5 * k, -4 * k), dark)
    svg.line(put(curve([(-73, -87), (-60, -90), (-44, -100)], False)), C.NAVY, 6 * k)
    ring = put(ell(-46, -95, 4))
    svg.add(ring, C.LIGHT)
    return (x + (46 if facing != "left" else -46) * k, ground - 97 * k)


# ---------------------------------------------------------------- marks
def arc_arrow(svg: Svg, cx: float, cy: float, r: float, start: float, end: float, colour: str = C.TEAL, w: float = 7) -> None:
    """How far a movement goes: an arc from `start` to `end` degrees (0 is right, 90 down), with a head at its end."""
    n = 9
    turn = [math.radians(start + (end - start) * i / (n - 1)) for i in range(n)]
    pts = [(cx + r * math.cos(a), cy + r * math.sin(a)) for a in turn]
    svg.line(curve(pts, False), colour, w)
    way = 1 if end > start else -1
    a = turn[-1]
    tx, ty, nx, ny = -math.sin(a) * way, math.cos(a) * way, math.cos(a), math.sin(a)
    x, y = pts[-1]
    tip = [(x + tx * w * 2.6, y + ty * w * 2.6), (x + nx * w * 1.8, y + ny * w * 1.8), (x - nx * w * 1.8, y - ny * w * 1.8)]
    svg.add(poly(tip), colour)
