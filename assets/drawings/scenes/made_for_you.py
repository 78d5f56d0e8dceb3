"""A man points at the hip on a body chart; the therapist listens to him."""

from assets.drawings.cast import ROSA, TOMAS
from assets.drawings.faces import Look
from assets.drawings.figures import Arm, Head, sitting
from assets.drawings.kit import C, Shape, Svg, bar, curve, ell, ground, join, limb, mix, rrect, shade, soft
from assets.drawings.props import chair, plant, window_light


def _body(x: float, y: float, k: float) -> Shape:
    """The outline of a person from the front, 200 units high; x, y: the middle of its crown."""
    half = [limb([(17, 45.5, 7), (23, 62, 7), (31, 84, 5.6), (38, 104, 4.4)]), limb([(38, 104, 4.4), (41, 113, 5), (43, 121, 3)]),
            limb([(11, 100, 11.5), (13, 130, 9.5), (13, 158, 7.4), (13, 188, 5.4)]), limb([(12, 190, 5.4), (19, 195, 4.6)])]  # fmt: skip
    trunk = curve([(-5, 28), (-8, 33.5), (-19, 38.6), (-23, 54), (-17, 72), (-17, 84), (-22, 102), (0, 116), (22, 102), (17, 84), (17, 72), (23, 54),
                   (19, 38.6), (8, 33.5), (5, 28)])  # fmt: skip
    whole = soft(join(trunk, limb([(0, 20, 5.6), (0, 38, 5.6)]), *half, *(one.scale(-1, 1) for one in half)), 1.4)
    return (whole | ell(0, 13, 11, 13.5)).place(x, y, 0, k)


def _chart(s: Svg, x: float, top: float, floor: float) -> tuple[float, float]:
    """A board on a wooden stand, with a person on it; returns the middle of the hip on its left."""
    s.shadow(x + 4, floor - 2, 96, 12, 0.2)
    s.add(bar(x, top + 150, 5, x + 6, floor - 18, 4), C.WOOD_DARK)
    for k in (-1, 1):
        one = bar(x + k * 22, top - 14, 5, x + k * 66, floor, 5)
        s.add(one, C.WOOD)
        s.add(one & one.move(4, 0), mix(C.WOOD, C.WOOD_DARK, 0.6))
    board = rrect(x - 82, top, 164, 236, 12)
    s.add(board.move(7, 8), C.NAVY, 0.1)
    s.add(board, C.CREAM)
    s.add(shade(board, -4, -4), C.CREAM_DEEP)
    s.add(rrect(x - 74, top + 8, 148, 220, 7), "#FFFFFF")
    rail = rrect(x - 92, top + 234, 184, 12, 5)
    s.add(rail, C.WOOD)
    s.add(rail & rail.move(0, 6), C.WOOD_DARK)
    body = _body(x, top + 16, 1.03)
    s.add(body, mix(C.SLATE_PALE, "#FFFFFF", 0.35))
    s.add(shade(body, -4, -2), C.SLATE_PALE)
    s.line(body, C.NAVY_LIGHT, 2.6)
    hip = (x - 17, top + 17 + 105)
    s.glow(*hip, 36, C.CORAL, 0.7)
    s.add(ell(*hip, 12), C.CORAL)
    return hip


def draw() -> Svg:
    s = Svg("Made for you", "A man points at the hip on a body chart. The therapist sits across from him and listens.")
    h, seat, floor = 80, 566, 706  # 3.5 px = 1 cm; seat 1.75 h
    ground(s, floor_y=600)
    window_light(s, 148, 176, 196, 236)
    s.shadow(852, 637, 44, 9, 0.16)
    plant(s, 846, 636, 120)
    hip = _chart(s, 500, 256, 678)
    s.shadow(270, floor, 84, 10, 0.18)
    chair(s, 272, seat, floor, 150, "right", back=176)
    sitting(s, TOMAS, 268, seat, floor, h, "right", lean=7, face=Head("profile", Look(mood="talk", gaze=(0.6, 0.5)), nod=5),
            near_arm=Arm((hip[0] - 75, hip[1] + 9), hand="point_back", deg=-4))  # fmt: skip
    s.shadow(732, floor, 84, 10, 0.18)
    chair(s, 728, seat, floor, 150, "left", back=176)
    sitting(s, ROSA, 732, seat, floor, h, "left", lean=15, face=Head("profile", Look(mood="listening", gaze=(-0.7, 0)), nod=-2))
    return s
