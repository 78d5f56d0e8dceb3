"""The people of the other pictures stand together like a family in a photograph; three of them wave, the dog is there too."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from assets.drawings.cast import AMARA, EDITH, LEILA, MEI, ROSA, SAMUEL, WALTER, ZURI
from assets.drawings.faces import Look
from assets.drawings.figures import Arm, Head, standing
from assets.drawings.hands import hand
from assets.drawings.kit import C, Shape, Svg, ground, rrect
from assets.drawings.props import dog, leash, window_light
from assets.drawings.scenes.whole_person_care import Small


class Crowd(Small):
    """A drawing of people who hide one another: what nobody can see is not written."""

    unit, error = 0.2, 0.44

    def __init__(self, title: str, desc: str) -> None:
        super().__init__(title, desc)
        self._solid: list[tuple[int, Shape, str, float]] = []  # place in the body, shape, colour, width of a line

    def add(self, s: Shape, fill: str, opacity: float = 1) -> None:
        before = len(self._body)
        super().add(s, fill, opacity)
        if len(self._body) > before and opacity == 1 and not fill.startswith("url"):
            self._solid.append((before, s, fill, 0))

    def line(self, s: Shape, colour: str, w: float, opacity: float = 1) -> None:
        if opacity == 1:
            self._solid.append((len(self._body), s, colour, w))
        super().line(s, colour, w, opacity)

    def tidy(self, least: int = 8) -> None:
        """Takes out what shows fewer than `least` quarter pixels, and cuts the rest to the part that can be seen."""
        image = QImage(2000, 1600, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        painter.scale(2, 2)
        for i, (_, s, _, w) in enumerate(self._solid, 1):
            if w:
                painter.strokePath(s.q, QPen(QColor.fromRgb(i), w))
            else:
                s.q.setFillRule(Qt.FillRule.OddEvenFill if s.holes else Qt.FillRule.WindingFill)
                painter.fillPath(s.q, QColor.fromRgb(i))
        painter.end()
        seen = [0] * (len(self._solid) + 1)
        boxes = [[2000, 1600, -1, -1] for _ in seen]
        for k, pixel in enumerate(memoryview(image.constBits()).cast("I")):
            i = pixel & 0xFFFFFF
            if i:
                y, x = divmod(k, 2000)
                seen[i] += 1
                box = boxes[i]
                box[0], box[1], box[2], box[3] = min(box[0], x), min(box[1], y), max(box[2], x), max(box[3], y)
        gone = set()
        for i, (place, s, colour, w) in enumerate(self._solid, 1):
            if seen[i] < least:
                gone.add(place)
                continue
            x0, y0, x1, y1 = (v / 2 for v in boxes[i])
            left, up, right, low = s.box()
            if not w and (x1 - x0 + 4) * (y1 - y0 + 4) < 0.75 * (right - left) * (low - up):
                super().add(s & rrect(x0 - 2, y0 - 2, x1 - x0 + 4, y1 - y0 + 4), colour)
                cut = self._body.pop()
                self._body[place] = min(cut, self._body[place], key=len)
        self._body = [item for i, item in enumerate(self._body) if i not in gone]
        self._solid = []


def draw() -> Svg:
    s = Crowd("Remember", "Eight people of all ages stand together and smile: patients, the therapist, a clinician, a girl. Three wave. A dog is with them.")
    h, back, front = 68, 682, 720  # pixels of a head; 3 px = 1 cm; where the two rows stand
    ground(s, floor_y=606)
    s.glow(500, 390, 330, C.LIGHT_PALE, 0.6, 290)
    window_light(s, 296, 118, 150, 180)

    # ------------------------------------------------------------ behind
    standing(s, MEI, 240, back, h, left=Arm((158, 238), hand="wave", deg=-98), face=Head(look=Look(mood="smile"), tilt=-3))
    standing(s, LEILA, 748, back, h, right=Arm((842, 236), hand="wave", deg=-84), face=Head(look=Look(mood="grin"), tilt=4))
    standing(s, SAMUEL, 388, back, h, face=Head(look=Look(mood="smile"), tilt=-2))
    behind = [Arm((552 + k * 24, 424), over=False) for k in (-1, 1)]
    standing(s, ROSA, 552, back, h, left=behind[0], right=behind[1], face=Head(look=Look(mood="smile")))
    # ------------------------------------------------------------ in front
    standing(s, EDITH, 316, front, h, face=Head(look=Look(mood="smile"), tilt=3))
    mother = standing(s, AMARA, 462, front, h, right=Arm((517, 444), (513, 392), hand="drape", deg=80), face=Head(look=Look(mood="smile"), tilt=4))
    walter = standing(s, WALTER, 654, front, h, right=Arm(hand="hold"), face=Head(look=Look(mood="smile"), tilt=-3))
    standing(s, ZURI, 556, front + 8, h * 0.86, right=Arm((614, 432), hand="wave", deg=-72), face=Head(look=Look(mood="grin"), tilt=-3))
    hand(s, mother.hands[1], AMARA.skin)
    ring = dog(s, 672, front + 14, 88)
    leash(s, walter.tips[1], ring, 10)
    s.tidy()
    return s
