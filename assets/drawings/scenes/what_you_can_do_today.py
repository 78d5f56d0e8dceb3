"""A winding path with three places: a short walk, a stretch on a mat, a talk at the desk."""

import re

from assets.drawings.cast import ARJUN, EDITH, SAMUEL, TOMAS
from assets.drawings.faces import Look
from assets.drawings.figures import Arm, Head, Leg, arm, side, standing, upright, walking
from assets.drawings.kit import C, Svg, curve, ell, ground, limb, mix, path, shade
from assets.drawings.props import desk, mat

H = 57  # pixels of a head; 2.45 px = 1 cm


class _SmallSvg(Svg):
    """Writes paths with relative points: four people fit into 80 KB."""

    def text(self) -> str:
        return re.sub(r'(?<= d=")[^"]+', lambda found: _relative(found[0]), super().text())


def _relative(d: str) -> str:
    """The same path with relative commands."""
    out, last, x, y, start = [], "", 0.0, 0.0, (0.0, 0.0)
    for command, rest in re.findall(r"([MLCZ])([^MLCZ]*)", d):
        numbers = [float(n) for n in rest.split()]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        steps = " ".join(f"{round(a - x, 1):g} {round(b - y, 1):g}" for a, b in points).replace(" -", "-")
        steps = re.sub(r"(?<![\d.])0\.", ".", steps)
        same = command == last == "C"  # the letter need not be repeated
        out.append(("" if steps.startswith("-") else " ") + steps if same else command.lower() + steps)
        last = command
        x, y = points[-1] if points else start
        start = (x, y) if command == "M" else start
    return "".join(out)


def _land(s: Svg) -> None:
    """Sky, a far hill, a field, and the path from the left to the desk."""
    field = mix(C.MINT_DARK, C.MINT, 0.25)
    whole, _ = ground(s, C.MINT, field, 520, floor_low=C.MINT_DARK)
    s.add(whole & ell(250, 190, 300), s.rad(250, 190, 300, (0, C.LIGHT_PALE, 0.9), (0.5, C.LIGHT_PALE, 0.35), (1, C.LIGHT_PALE, 0)))
    hill = curve([(-20, 540), (160, 476), (330, 446), (520, 484), (700, 452), (880, 470), (1040, 540), (1040, 620), (-20, 620)])
    s.add(whole & hill, s.lin(0, 440, 0, 560, (0, mix(C.MINT_DARK, C.MINT_DEEP, 0.25), 1), (1, field, 1)))
    way = [(398, 455, 1), (362, 480, 4), (300, 498, 6), (206, 520, 9), (132, 558, 14), (126, 614, 21), (196, 658, 27), (310, 698, 29), (440, 708, 30), (560, 694, 29),
           (668, 656, 28), (780, 648, 26), (866, 645, 20)]  # fmt: skip
    lane = whole & limb(way)
    s.add(lane, s.lin(0, 480, 0, 740, (0, C.CREAM, 1), (0.5, C.SAND, 1), (1, mix(C.SAND, C.SAND_DARK, 0.6), 1)))


def _tree(s: Svg, x: float, y: float, h: float) -> None:
    s.shadow(x, y, h * 0.3, 7, 0.18)
    s.add(limb([(x, y, h * 0.04), (x, y - h * 0.6, h * 0.026)], caps=(False, True)), C.WOOD_DARK)
    crown = curve([(x, y - h), (x + h * 0.2, y - h * 0.9), (x + h * 0.28, y - h * 0.62), (x + h * 0.16, y - h * 0.36), (x - h * 0.14, y - h * 0.35), (x - h * 0.28, y - h * 0.6),
                   (x - h * 0.2, y - h * 0.88)])  # fmt: skip
    s.add(crown, C.LEAF)
    s.add(shade(crown, -h * 0.07, -h * 0.05), C.LEAF_DARK)


def draw() -> Svg:
    s = _SmallSvg("What you can do today", "A winding path with three places: a man walks, a woman stretches on a mat, a man talks at the reception desk.")
    _land(s)
    h = H
    _tree(s, 590, 556, 128)

    # the stretch
    mx, my = 366, 628
    mat(s, mx + 88, my + 16, 286)
    side(s, EDITH, (mx, my - 0.46 * h), h, near=Leg((mx + 3.14 * h, my - 0.3 * h), foot=-82), far=Leg((mx + 1.5 * h, my - 0.48 * h)), facing="right", lean=26, curl=0.08,
         seat=True, near_arm=Arm((mx + 2.2 * h, my - 0.94 * h), hand="flat", deg=30), far_arm=Arm((mx + 2.36 * h, my - 1.04 * h), hand="flat", deg=30),
         face=Head("profile", Look("down", "smile")))  # fmt: skip

    # the walk
    walking(s, TOMAS, 196, 662, h, "right", 0.85, face=Head("profile", Look(mood="smile", gaze=(1, 0))))

    # the talk at the desk
    dx, floor = 798, 632
    for grow, colour in ((10, C.SAND_DARK), (0, mix(C.MINT_DARK, C.SLATE_PALE, 0.4))):
        w, y = 84 + grow, 268
        k = w * 0.45
        bend = f"C{dx - w} {y - w + k} {dx - k} {y - w} {dx} {y - w} C{dx + k} {y - w} {dx + w} {y - w + k} {dx + w} {y}"
        s.add(path(f"M{dx - w} {floor - 6} L{dx - w} {y} {bend} L{dx + w} {floor - 6} Z"), colour)
    top = floor - 4.25 * h
    elbows = [(dx - 66, top - 44), (dx + 66, top - 44)]
    wrists = [(dx - 44, top + 1), (dx + 44, top + 1)]
    left, right = (Arm(w, e, hand="flat", deg=deg) for w, e, deg in zip(wrists, elbows, (30, 150), strict=True))
    man = standing(s, ARJUN, dx, floor - 4, h, left=left, right=right, face=Head("quarter", Look(mood="listening", gaze=(-1, 0))), shadow=False)
    desk(s, dx, top, floor, 186)
    for shoulder, elbow, wrist, at in zip(man.shoulders, elbows, wrists, man.hands, strict=True):  # on the desk
        arm(s, ARJUN, shoulder, elbow, wrist, h, at.pose, at.deg, flip=at.flip, sx=0.85)
    upright(s, SAMUEL, 642, floor + 14, h, "right", near_arm=Arm((702, 404), hand="offer", deg=-20), face=Head("profile", Look(mood="talk", gaze=(1, 0))))
    return s
