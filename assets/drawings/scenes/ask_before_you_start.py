"""A clinician with a clipboard; a woman who expects a child asks her; on the wall a medicine bottle and a plaster."""

from assets.drawings.cast import INES, MEI
from assets.drawings.faces import Look
from assets.drawings.figures import Arm, Head, between, standing, upright
from assets.drawings.hands import hand
from assets.drawings.kit import C, Svg, bar, curve, ell, ground, mix, rpoly, rrect, shade
from assets.drawings.person import SAND
from assets.drawings.props import clipboard

H, FLOOR = 84, 708  # 3.6 px = 1 cm
ELBOW = (814, 304)  # hers, of the hand on the belly


def _card(s: Svg, x: float, y: float, w: float, h: float) -> None:
    """A framed picture on the wall; x, y: its middle."""
    frame = rrect(x - w / 2, y - h / 2, w, h, 16)
    s.add(frame.move(6, 8), C.NAVY, 0.1)
    s.add(frame, C.WOOD_LIGHT)
    s.add(shade(frame, -3, -3), C.WOOD)
    s.add(rrect(x - w / 2 + 8, y - h / 2 + 8, w - 16, h - 16, 10), "#FFFFFF")


def _bottle(s: Svg, x: float, y: float) -> None:
    """A medicine bottle, 104 high, and two pills; x, y: the middle of its foot."""
    s.shadow(x + 6, y, 56, 7, 0.2)
    glass = rpoly([(x - 30, y - 76, 12), (x + 30, y - 76, 12), (x + 30, y, 9), (x - 30, y, 9)], 9)
    neck = rrect(x - 20, y - 84, 40, 14, 3)
    amber, dark = "#B5793F", "#8E5A2B"
    for part in (neck, glass):
        s.add(part, amber)
        s.add(shade(part, -9, -2), dark)
    s.add(rrect(x - 24, y - 70, 5, 62, 2.5), mix(amber, "#FFFFFF", 0.4))
    cap = rrect(x - 27, y - 106, 54, 25, 6)
    s.add(cap, C.NAVY_LIGHT)
    s.add(shade(cap, -9, -4), C.NAVY)
    for i in range(5):
        s.add(rrect(x - 20 + i * 9, y - 101, 3, 15, 1.5), C.NAVY)
    label = rrect(x - 30, y - 58, 60, 42, 0)
    s.add(label, C.CREAM)
    s.add(rrect(x + 21, y - 58, 9, 42, 0), C.CREAM_DARK)
    for top, long in ((-50, 40), (-40, 30), (-30, 36)):
        s.add(rrect(x - 22, y + top, long, 4.5, 2), C.SLATE)
    for px, py, deg in ((x + 48, y - 6, -20), (x + 46, y - 23, 24)):
        pill = rrect(-12, -6, 24, 12, 6).place(px, py, deg)
        s.add(pill, C.SLATE_PALE)
        s.add(pill & rrect(0, -20, 40, 40).place(px, py, deg), C.SLATE)


def _plaster(s: Svg, x: float, y: float, deg: float) -> None:
    """An adhesive bandage, 128 long."""
    strip = rrect(-64, -23, 128, 46, 23).place(x, y, deg)
    tan, dark = "#D9A06B", "#A86F3E"
    s.add(strip.move(4, 6), C.NAVY, 0.14)
    s.add(strip, tan)
    s.add(shade(strip, -3, -5), dark)
    pad = rrect(-26, -23, 52, 46, 2).place(x, y, deg)
    s.add(pad, mix(tan, C.CREAM, 0.62))
    s.add(shade(pad, -3, -5), mix(tan, C.CREAM, 0.25))
    for k in (-1, 1):
        for u in (36, 47):
            for v in (-9, 2):
                s.add(ell(k * u, v, 2.4).place(x, y, deg), dark)
    for u in (-12, 0, 12):
        for v in (-11, 0, 11):
            s.add(ell(u, v, 1.8).place(x, y, deg), tan)


def draw() -> Svg:
    s = Svg("Ask before you start", "A clinician with a clipboard listens to a pregnant woman who asks. On the wall are a medicine bottle and a plaster.")
    whole, floor = ground(s, floor_y=598)
    warm = s.rad(468, 270, 260, (0, C.LIGHT_PALE, 0.5), (0.5, C.LIGHT_PALE, 0.28), (1, C.LIGHT_PALE, 0))
    s.add((whole & ell(468, 270, 260)) - floor, warm)
    _card(s, 230, 236, 164, 164)
    _bottle(s, 222, 292)
    _card(s, 230, 426, 164, 164)
    _plaster(s, 230, 425, -28)
    # ------------------------------------------------------------ the clinician
    x = 468
    wrists = ((x - 52, 404), (x + 50, 398))
    mei = standing(s, MEI, x, FLOOR, H, face=Head("quarter", Look(mood="smile", gaze=(0.8, 0.1)), flip=True),
                   left=Arm(wrists[0], hand="grip", deg=-10), right=Arm(wrists[1], hand="grip", deg=190))  # fmt: skip
    clipboard(s, x, 388, 96, 0)
    for one in mei.hands:
        hand(s, one, MEI.skin, parts="thumb")
    # ------------------------------------------------------------ the woman who asks
    ines = upright(s, INES, 760, FLOOR - 4, H, "left", face=Head("profile", Look(mood="talk", gaze=(-0.5, 0))),
                   near_arm=Arm((759, 364), ELBOW, hand="flat", deg=178), far_arm=Arm((660, 322), hand="offer", deg=214))  # fmt: skip
    s.line(curve([(752, 252), (764, 275), (781, 297, 0.4), (774, 316), (760, 335)], closed=False), SAND.deep, 2.4, 0.8)
    held = ines.hands[1]
    s.add(held.outline().move(3, 6) & held.beyond(), SAND.deep, 0.75)
    hand(s, held, INES.skin)
    s.add(bar(*between(ELBOW, ines.wrists[1], 0.87), 0.16 * H, *between(ELBOW, ines.wrists[1], 1.0), 0.152 * H, 2), SAND.edge)
    return s
