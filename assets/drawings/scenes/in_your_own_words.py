"""A woman of about seventy tells the nurse what she will do, her hands open; the nurse leans in and listens."""

from assets.drawings.cast import EDITH, MEI
from assets.drawings.faces import Look
from assets.drawings.figures import Arm, Head, sitting
from assets.drawings.kit import Svg, ground
from assets.drawings.props import chair, stool, window_light


def draw() -> Svg:
    s = Svg("In your own words", "A woman with silver hair tells a nurse something, both hands open. The nurse leans in and listens.")
    h, seat, floor = 85, 558, 707  # 3.7 px = 1 cm; seat 1.75 h
    ground(s, floor_y=594)
    window_light(s, 168, 166, 190, 228)
    s.shadow(274, floor, 100, 10, 0.18)
    stool(s, 270, seat, floor, 166)
    sitting(s, MEI, 272, seat, floor, h, "right", lean=21, face=Head("profile", Look(mood="listening", gaze=(0.6, -0.1)), nod=-4))
    s.shadow(716, floor, 90, 10, 0.18)
    chair(s, 730, seat, floor, 164, "left", back=184)
    sitting(s, EDITH, 732, seat, floor, h, "left", lean=6, face=Head("profile", Look(mood="talk", gaze=(-0.5, 0)), nod=2),
            near_arm=Arm((602, 468), hand="offer", deg=200), far_arm=Arm((596, 396), hand="offer", deg=232))  # fmt: skip
    return s
