"""Hands: hand-tuned contours, wrist at 0, 0, fingertips at +x, thumb at -y, 100 long."""

from dataclasses import dataclass

from assets.drawings.kit import SKIN, Points, Shape, Svg, curve, ell, rrect, shade


@dataclass(frozen=True)
class Pose:
    outline: Points
    lines: tuple[Points, ...] = ()  # between the fingers, or of the palm
    thumb: Points = ()  # a thumb that lies over the rest of the hand


POSES = {
    # back of the hand, resting on a body
    "flat": Pose(
        [(-12, -12.5, 0), (4, -14), (16, -22), (28, -31), (42, -38.5), (52, -41), (57.5, -38), (55, -33), (46, -28),
         (40, -23.5, .2), (52, -23.5), (68, -23), (81, -21.5), (87, -17.5), (84, -12.5), (80, -11, 0), (90, -11),
         (97, -9), (100, -4.8), (96.5, -.8), (88, .4, 0), (91, 1.6), (94.5, 6), (91, 10.5), (80, 11.8), (72, 11.8, 0),
         (77, 13), (80.5, 17.2), (77, 21.4), (64, 22.8), (46, 22), (26, 19.5), (8, 14.5), (-12, 12.5, 0)],
        ([(54, -11.5), (68, -11.6), (82, -11.2)], [(55, 0), (72, .2), (88, .4)], [(53, 11), (63, 11.6), (72, 11.8)]),
    ),
    # back of the hand, fingers spread: the working hand
    "press": Pose(
        [(-12, -12.5, 0), (4, -14), (15, -23), (24, -34), (34, -45), (42, -51.5), (48.5, -51), (48.5, -44.5), (42, -34),
         (40, -26, .4), (52, -25), (68, -26.5), (80, -27.5), (86.5, -24.5), (85, -19.5), (74, -15.5), (64, -12, .2),
         (76, -13), (91, -12.2), (98.5, -8.2), (96, -3.4), (80, -.8), (66, 0, .2), (80, 1.6), (91, 4.4), (95.5, 9.4),
         (91, 13.4), (76, 12.6), (62, 11.5, .2), (70, 15.4), (78, 19.6), (80.5, 24.6), (76, 28), (62, 25.6),
         (46, 22.5), (26, 19.5), (8, 14.5), (-12, 12.5, 0)],
        ([(52, -11.2), (64, -12)], [(54, -.2), (66, 0)], [(51, 10.6), (62, 11.5)]),
    ),
    # back of the hand, short: hanging, or laid over something that falls away
    "drape": Pose(
        [(-12, -12.5, 0), (4, -14), (15, -22.5), (25, -33), (36, -41.5), (45, -45.5), (51, -43), (49.5, -37.5),
         (42, -29.5), (39, -23.5, .2), (48, -24), (60, -24), (71, -22.5), (76.5, -18), (74, -13), (69, -11.4, 0),
         (78, -11), (84, -9), (87, -4.8), (84, -.8), (76, .2, 0), (80, 1.4), (83, 6), (80, 10.4), (70, 11.6), (63, 11.6, 0),
         (68, 12.8), (71.5, 17), (68.5, 21.2), (58, 22.8), (44, 22), (26, 19.5), (8, 14.5), (-12, 12.5, 0)],
        ([(50, -11.5), (60, -11.7), (70, -11.3)], [(51, 0), (64, .2), (77, .2)], [(49, 11), (57, 11.5), (64, 11.6)]),
    ),
    # seen from its edge, lying on something below (+y); the thumb hangs down
    "side": Pose(
        [(-12, -11, 0), (6, -12.5), (26, -15.5), (46, -16), (60, -12), (76, -5), (90, 3), (98, 9.5), (99, 14.5), (93, 16),
         (82, 12.5), (66, 8), (56, 7, .5), (60, 11), (61, 16), (55, 18.5), (46, 17), (32, 15), (14, 12.5), (-12, 11, 0)],
        ([(30, 5), (44, 6.5), (57, 7.5)],),
    ),
    # hanging at rest, seen from the thumb side: fingers a little bent, towards +y
    "rest": Pose(
        [(-12, -12, 0), (6, -13), (24, -17), (42, -18), (58, -13.5), (72, -5), (82, 5), (86, 13), (82.5, 18), (76, 16),
         (70, 11), (66, 16.5), (59, 20), (48, 21), (34, 19.5), (18, 15), (4, 12.5), (-12, 12, 0)],
        ([(52, -5), (62, 2), (71, 11)],),
        [(12, -9), (24, -8), (38, -3), (50, 5), (58.5, 13), (60.5, 18.5), (56, 21.5), (48, 17.5), (38, 12), (26, 8), (14, 5)],
    ),
    # the index finger shows something, seen from the thumb side
    "point": Pose(
        [(-12, -12, 0), (6, -13.5), (26, -18), (44, -20), (58, -17.5), (76, -15.5), (92, -14), (100, -10.5), (100.5, -5.5),
         (93, -3.2), (76, -3), (63, -1.5, .3), (67.5, 3), (68, 9), (65, 12.5), (64, 17.5), (59.5, 20.5), (55, 25), (44, 25.5),
         (30, 22.5), (16, 16.5), (4, 13), (-12, 12, 0)],
        ([(63, -1.5), (54, -1.4), (47, .5)], [(65, 12.5), (58, 12.4), (52, 12)]),
        [(10, -8), (24, -9.5), (38, -6.5), (50, -.5), (57.5, 5), (57, 10.5), (50, 11.5), (40, 8.5), (28, 6.5), (14, 5)],
    ),
    # the same, seen from the back of the hand
    "point_back": Pose(
        [(-12, -12.5, 0), (4, -14), (15, -20.5), (27, -28), (39, -33), (49, -34), (53.5, -30), (50, -25), (45, -21.5, .4), (58, -19.5),
         (76, -16.5), (92, -14.5), (100, -11), (100.5, -6), (93, -3.6), (76, -3.2), (64, -1.5, .3), (68, 3), (68.5, 9), (65, 12.5),
         (64.5, 17.5), (60, 20.5), (55, 25), (44, 25.5), (30, 22.5), (16, 16.5), (4, 13), (-12, 12, 0)],
        ([(64, -1.5), (55, -2.4), (45, -2)], [(65, 12.5), (56, 11.6), (46, 10.6)]),
    ),
    # the palm, fingers spread: a wave, or "stop here"
    "wave": Pose(
        [(-12, -12.5, 0), (3, -14), (13, -20), (23, -31), (33, -43.5), (41, -51), (48, -52), (49.5, -45.5), (44, -34),
         (42, -26.5, .4), (54, -27.5), (70, -32), (83, -36), (90, -34.8), (91, -29.5), (85, -25.4), (72, -19.6), (60, -14, .3),
         (75, -16), (92, -18.3), (100, -16), (100.5, -10.5), (94, -7.4), (77, -5), (61, -3, .3), (77, -1.6), (91, 1.2),
         (96.5, 5.2), (95, 10.4), (88, 11), (73, 9), (58, 8, .3), (68, 12.6), (78, 18.6), (82, 23.8), (79.4, 28.8),
         (72.5, 28.3), (60, 24), (46, 23), (26, 20), (8, 14.5), (-12, 12.5, 0)],
        ([(20, -14), (33, -11), (42, 0), (42, 14)], [(40, -20), (49, -9), (51, 5), (49, 17)]),
    ),
    # the open hand held out, palm up (-y): giving, explaining
    "offer": Pose(
        [(-12, -11, 0), (6, -12.5), (18, -16.5), (30, -25), (41, -33.5), (50, -37.5), (55.5, -35), (53.5, -29), (46, -20.5),
         (43, -13.5, .5), (56, -11.5), (70, -13), (84, -18), (93, -22.5), (99, -21.5), (99.5, -16.5), (95, -12.5), (96, -8),
         (91, -4.5), (88, .2), (80, 3), (66, 8), (50, 13), (32, 15), (12, 12.5), (-12, 11, 0)],
        ([(62, -5), (78, -7.6), (95, -12.5)], [(58, 2), (74, .8), (91, -4.5)]),
    ),
    # a fist round something that runs across it (phone, leash, pen, rail), seen from the side of the fingertips
    "hold": Pose(
        [(-12, -12, 0), (6, -13.5), (22, -19.5), (36, -25), (50, -26), (61, -22.5), (65.5, -16), (64.5, -11, .5), (68.5, -6),
         (68.5, 1), (66, 4, .5), (68, 8.5), (65.5, 14), (62.5, 15.5, .5), (62, 21), (56, 26), (43, 26.5), (26, 21.5), (8, 14.5),
         (-12, 12, 0)],
        ([(64.5, -11), (52, -10.6), (40, -9)], [(66, 4), (52, 3.6), (36, 4)], [(62.5, 15.5), (51, 15), (39, 15)]),
        [(10, -9), (20, -15.5), (32, -19), (44, -17.5), (54, -12.5), (58, -7), (54.5, -2.8), (47, -4.2), (36, -6), (25, -1), (12, 3)],
    ),
    # the same, seen from the back of the hand
    "hold_back": Pose(
        [(-12, -12, 0), (6, -13.5), (20, -19), (34, -24), (46, -28.5), (57, -33), (65, -33.5), (68.5, -29.5), (65.5, -24.5), (60, -21.5, .5),
         (65.5, -16), (64.5, -11, .5), (68.5, -6), (68.5, 1), (66, 4, .5), (68, 8.5), (65.5, 14), (62.5, 15.5, .5), (62, 21), (56, 26),
         (43, 26.5), (26, 21.5), (8, 14.5), (-12, 12, 0)],
        ([(64.5, -11), (55, -11.6), (46, -11)], [(66, 4), (56, 3.2), (46, 2.6)], [(62.5, 15.5), (54, 15), (45, 14)]),
    ),
    # the edge of a board or book: fingers behind it, the thumb in front (draw it with parts="thumb" after the board)
    "grip": Pose(
        [(-12, -12, 0), (6, -13.5), (22, -20), (38, -24.5), (54, -25.5), (70, -24), (77, -20), (76, -14.5), (73, -12.5, .3),
         (80, -9), (80.5, -3.5), (77, -.8, .3), (80, 3), (79, 8.5), (74, 11, .3), (73.5, 16), (68, 20.5), (54, 23.5), (40, 23),
         (24, 19.5), (8, 14.5), (-12, 12, 0)],
        ([(73, -12.5), (60, -12.3), (48, -11.5)], [(77, -.8), (62, -.6), (48, 0)], [(74, 11), (60, 11.4), (48, 11.4)]),
        [(8, -9), (18, -15), (30, -16.5), (43, -13), (53, -8.5), (57, -3.5), (53.5, .8), (45, .4), (34, -.6), (24, 3), (12, 6)],
    ),
}


@dataclass(frozen=True)
class Hand:
    """A hand with the wrist at x, y, fingers pointing at deg, `length` pixels long.

    flip mirrors it: the other hand. sx < 1 foreshortens it.
    """

    x: float
    y: float
    deg: float
    length: float
    pose: str = "flat"
    flip: bool = False
    sx: float = 1

    def put(self, s: Shape) -> Shape:
        scale = self.length / 100
        return s.scale(self.sx, 1).place(self.x, self.y, self.deg, scale, -scale if self.flip else scale)

    def outline(self) -> Shape:
        return self.put(curve(POSES[self.pose].outline, k=0.34))

    def lines(self) -> list[Shape]:
        return [self.put(curve(line, closed=False)) for line in POSES[self.pose].lines]

    def thumb(self) -> Shape | None:
        pts = POSES[self.pose].thumb
        return self.put(curve(pts, k=0.34)) if pts else None

    def beyond(self) -> Shape:
        """Everything past the wrist."""
        return self.put(rrect(0, -90, 140, 180))


def hand(
    svg: Svg, at: Hand, skin: str, tones: tuple[str, str] | None = None, arm: Shape | None = None,
    cut: Shape | None = None, parts: str = "all",
) -> Shape:
    """Draws a hand; with arm (a Shape that ends at the wrist) the two become one limb with a smooth wrist.

    tones: base and shade instead of the skin's own (a far hand). cut: what a sleeve or a body hides.
    parts: all, or thumb (only the thumb that lies over what the hand holds).
    """
    base, dark = tones or SKIN[skin][:2]
    long, dx, dy = at.length, -0.04 * at.length, -0.045 * at.length
    whole = at.outline()
    thumb = at.thumb()
    if parts == "all":
        if arm is None:
            svg.add(whole, base)
            svg.add(shade(whole, dx, dy) & at.beyond(), dark)
        else:
            limb = arm | whole
            limb |= limb.grow(7).grow(-7) & ell(at.x, at.y, long * 0.36)
            if cut is not None:
                limb -= cut
            svg.add(limb, base)
            edge = shade(limb, dx * 1.7, dy * 1.7) - at.beyond()
            svg.add((edge | (shade(limb, dx, dy) & at.beyond())) & limb, dark)
            whole = limb
        for line in at.lines():
            svg.line(line, dark, max(1.5, long * 0.024))
    if thumb is not None:
        inside = thumb & whole if parts == "all" else thumb
        svg.add(inside.move(long * 0.018, long * 0.03) & whole, dark)
        svg.add(inside, base)
    return whole
