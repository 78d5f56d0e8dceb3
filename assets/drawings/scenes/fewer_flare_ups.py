"""A month on the wall with many calm days and a few sore ones; a man walks his dog past it."""

from assets.drawings.cast import WALTER
from assets.drawings.faces import Look
from assets.drawings.figures import Arm, Head, walking
from assets.drawings.kit import C, Svg, curve, ell, ground, mix, rpoly, rrect, shade
from assets.drawings.props import dog, leash, plant

SORE = {(1, 2), (2, 0), (5, 3)}  # column, row of the coral days
BEFORE, LAST = 2, 2  # empty places in the first row and days in the last one
CELL, GAP = 37, 8


def _hills(s: Svg, x: float, y: float, w: float, high: float) -> None:
    """The picture above the month: hills, a path, the sun."""
    frame = rpoly([(x, y, 14), (x + w, y, 14), (x + w, y + high, 3), (x, y + high, 3)], 3)
    s.add(frame, s.lin(0, y, 0, y + high, (0, C.SLATE_PALE, 1), (1, C.CREAM, 1)))
    s.add(ell(x + w * 0.24, y + high * 0.42, 15), C.LIGHT)
    for colour, ridge in ((C.SLATE_LIGHT, (0.86, 0.62, 0.36, 0.5)), (C.LEAF, (0.56, 0.72, 0.78, 0.6))):
        tops = [(x + w * i / 3, y + high * v, 0 if i in {0, 3} else 1) for i, v in enumerate(ridge)]
        s.add(curve([*tops, (x + w, y + high, 0), (x, y + high, 0)]), colour)


def _calendar(s: Svg, x: float, y: float) -> None:
    """Seven by five soft squares under a picture, on a nail; x, y: its upper left corner."""
    step, side, head = CELL + GAP, 26, 96
    w, high = 7 * step - GAP + 2 * side, 5 * step - GAP + head + 44
    nail = (x + w / 2, y - 26)
    s.line(curve([(x + w * 0.34, y + 8), nail, (x + w * 0.66, y + 8)], False, 0), C.SLATE, 3)
    s.add(ell(*nail, 6), C.NAVY)
    sheet = rrect(x, y, w, high, 14)
    s.add(sheet.move(6, 9), C.MINT_DEEP, 0.5)
    s.add(sheet, C.CREAM)
    s.add(shade(sheet, -4, -5), C.CREAM_DEEP, 0.6)
    _hills(s, x, y, w, head - 8)
    for i in range(14):  # the wire that binds it
        at = x + 24 + i * (w - 48) / 13
        s.add(rrect(at - 2.5, y + head - 17, 5, 18, 2.5), C.SLATE_DARK)
    for row in range(5):
        for column in range(7):
            if (row == 0 and column < BEFORE) or (row == 4 and column > LAST):
                continue
            cx, cy = x + side + column * step, y + head + 20 + row * step
            day = rrect(cx, cy, CELL, CELL, 10)
            if (column, row) in SORE:
                s.add(day, C.CORAL)
                s.add(ell(cx + CELL / 2, cy + CELL / 2, 7.5), C.CORAL_LIGHT)
            else:
                s.add(day, mix(C.TEAL_LIGHT, C.MINT_DARK, (0.05, 0.3, 0.5)[(column + 2 * row) % 3]))


def draw() -> Svg:
    s = Svg("Fewer flare-ups?", "A month on the wall: many calm days, three sore ones. An older man walks his dog past it.")
    h, floor, x = 76, 700, 706  # pixels of a head; 3.2 px = 1 cm; x: his hip
    whole, _ = ground(s, floor_y=600)
    s.add(whole & ell(330, 230, 330), s.rad(330, 230, 330, (0, C.LIGHT_PALE, 0.75), (0.5, C.LIGHT_PALE, 0.3), (1, C.LIGHT_PALE, 0)))
    _calendar(s, 158, 126)
    s.shadow(858, 652, 52, 9, 0.2)
    plant(s, 854, 652, 96)
    ring = dog(s, 300, floor, 110, wags=True)
    s.line(curve([(238, 619), (239.4, 632), (246.4, 661)], False), "#F3E3C8", 1.2)  # the seam of its bib
    leash(s, (x - 150, 408), ring, 16)
    walking(s, WALTER, x, floor, h, far_arm=Arm((x - 118, 402), hand="hold"), face=Head("profile", Look(mood="smile", gaze=(-1, 0))))
    return s
