"""A seated man, the nerve glowing from his low back to his foot."""

from assets.drawings.cast import SAMUEL
from assets.drawings.faces import Frame, Look
from assets.drawings.figures import fold
from assets.drawings.hands import Hand, hand
from assets.drawings.kit import (
    SKIN,
    C,
    Shape,
    Svg,
    bar,
    curve,
    ell,
    ground,
    join,
    limb,
    mix,
    poly,
    rpoly,
    rrect,
    shade,
    soft,
    stroke,
)
from assets.drawings.person import head
from assets.drawings.props import plant, window_light


def _shoe(x: float, y: float, k: float = 1) -> tuple[Shape, Shape]:
    """Soft shoe, sole on the line y, heel at x, toe to the left."""
    up = curve([(-46, -64, 0), (-2, -62, 0), (3, -40), (4, -9, 0), (-132, -9, 0), (-131, -20), (-118, -28), (-92, -36), (-66, -49)]).place(x, y, 0, k)
    sole = rpoly([(7, -13, 3), (7, 0, 7), (-134, 0, 7), (-135, -13, 4)], 5).place(x, y, 0, k)
    return up, sole


def draw() -> Svg:
    s = Svg("What is sciatica", "A seated man rests a hand on his low back. Through his leg a nerve glows from the back to the foot.")
    skin = "brown"
    base, sh, dp = SKIN[skin][:3]

    # ------------------------------------------------------------ room
    ground(s, floor_y=608)
    window_light(s, 176, 190, 236, 296)
    s.shadow(214, 676, 84, 15, .16)
    plant(s, 200, 674, 172)

    # ------------------------------------------------------------ shadows on the floor
    s.shadow(545, 700, 290, 28, .24)

    # ------------------------------------------------------------ stool
    for x0, x1 in ((522, 514), (672, 684)):
        s.add(bar(x0, 500, 11, x1, 686, 7), C.WOOD_DARK)
    rail = rrect(500, 602, 200, 13, 5)
    for x0, x1 in ((498, 484), (696, 712)):
        post = bar(x0, 500, 13, x1, 704, 8)
        s.add(post, C.WOOD)
        s.add(post & post.move(7, 0), mix(C.WOOD, C.WOOD_DARK, .6))
    s.add(rail, C.WOOD)
    s.add(rail & rrect(480, 609, 240, 10), C.WOOD_DARK)
    seat = rrect(466, 486, 258, 40, 19)
    s.add(seat, C.MINT_DEEP)
    s.add(shade(seat, -3, -17), mix(C.MINT_DEEP, "#4F8674", .55))

    # ------------------------------------------------------------ far leg, far arm
    farleg = curve([(520, 420), (470, 430), (425, 440), (408, 456), (410, 482), (426, 520), (438, 570), (446, 640, 0), (490, 638, 0),
                    (490, 580), (484, 530), (478, 498), (560, 490), (620, 480)])
    up, sole = _shoe(492, 688, .96)
    s.add(up, mix(C.NAVY_LIGHT, C.NAVY_DARK, .5))
    s.add(sole, C.CREAM_DEEP)
    s.add(farleg, C.NAVY_DARK)

    fa = soft(join(limb([(536, 276, 24), (502, 332, 21), (484, 370, 17.5)]), limb([(484, 370, 17.5), (458, 394, 16.5), (425, 415, 12)])), 5)
    s.add(fa, sh)
    fsl = limb([(540, 266, 26), (511, 316, 27)], caps=(True, False))
    s.add(fsl, C.CREAM_DEEP)
    hand(s, Hand(428, 412, 157, 80, "side", flip=True), skin, tones=(sh, mix(sh, dp, .5)))

    # ------------------------------------------------------------ neck and head
    neck = curve([(548, 180), (543, 208), (534, 236), (575, 254), (618, 240), (602, 210), (590, 180), (570, 166)])
    s.add(neck, base)
    s.add(neck & curve([(520, 202), (546, 209), (570, 200), (586, 182), (640, 176), (640, 256), (590, 256), (577, 226)]), sh)
    head(s, SAMUEL, Frame(534, 156, 112, -10), "profile", Look("down", "discomfort"))

    # ------------------------------------------------------------ near foot, trousers
    up, sole = _shoe(420, 693)
    s.add(up, C.NAVY_LIGHT)
    s.add(shade(up, -9, -2), mix(C.NAVY_LIGHT, C.NAVY, .5))
    s.add(sole, C.CREAM)
    s.add(sole & rrect(270, 688, 170, 8), C.CREAM_DARK)
    tr = curve([(508, 406), (470, 409), (425, 416), (392, 428), (371, 447), (365, 473), (368, 505), (366, 565), (362, 641, 0), (418, 645, 0),
                (429, 590), (440, 545), (441, 512), (446, 492, .5), (478, 488), (560, 489), (634, 488), (658, 470), (663, 442), (640, 396, 0),
                (580, 398)])
    s.add(tr, C.NAVY)
    glass = tr.grow(-9) & rrect(340, 412, 340, 218)
    s.add(glass, s.lin(520, 400, 400, 640, (0, "#445C8D", .85), (.5, "#3C5283", .85), (1, "#364B7B", .85)))
    bone = "#DCE4EE"
    bones = [join(limb([(586, 452, 12), (560, 449, 8.5), (500, 446, 8), (450, 447, 9), (424, 448, 13), (408, 449, 18)]), ell(600, 438, 13), ell(588, 460, 11)),
             limb([(398, 486, 17), (394, 508, 10), (389, 570, 7.5), (386, 618, 9)]), limb([(420, 492, 6), (416, 520, 4), (408, 618, 5)]), ell(380, 448, 6, 12, 15)]
    for b in bones:
        s.add(b & glass.grow(3), bone, opacity=0.34)

    # ------------------------------------------------------------ shirt
    shirt = curve([(547, 224), (530, 238), (513, 266), (506, 300), (507, 345), (503, 385), (504, 418, 0), (570, 431), (655, 420, 0),
                   (640, 388), (624, 350), (626, 310), (634, 275), (628, 242), (606, 218), (576, 240)])
    s.add(shirt, C.CREAM)
    s.add(shirt & curve([(640, 220), (606, 240), (592, 284), (598, 330), (584, 380), (566, 440), (690, 440), (690, 300)]), C.CREAM_DARK)
    fold(s, [(496, 386), (520, 398), (548, 400), (572, 392)], 5, C.CREAM_DARK, shirt)
    fold(s, [(498, 330), (518, 342), (544, 344), (560, 338)], 4, C.CREAM_DARK, shirt)
    fold(s, [(500, 406), (524, 414), (548, 412)], 3.5, C.CREAM_DARK, shirt)
    # lumbar spine, faint
    for x, y, a in [(603, 318, -8), (602, 339, -3), (604, 360, 4), (609, 381, 10), (616, 401, 16)]:
        v = rrect(-12, -8, 24, 16, 5).place(x, y, a)
        s.add(v, C.CREAM_DEEP, opacity=0.9)
        s.add(rrect(9, -3, 12, 7, 3).place(x, y, a + 14), C.CREAM_DEEP, opacity=0.9)

    # ------------------------------------------------------------ the nerve
    s.glow(622, 404, 124, "#FF6E55", .62)
    nerve = curve([(620, 392), (630, 420), (624, 452), (594, 472), (536, 475), (482, 471)], False)
    tib = curve([(482, 471), (446, 478), (430, 504), (424, 560), (408, 640), (394, 674)], False)
    fib = curve([(482, 471), (440, 466), (410, 484), (396, 520), (388, 590), (376, 642), (346, 664), (316, 674)], False)
    whole = (tr | up) - sole
    for w, o in ((40, .10), (29, .16), (19, .26), (12, .5)):
        s.add(join(*(stroke(n, w) for n in (nerve, tib, fib))) & (whole | shirt), C.CORAL_BRIGHT, opacity=o)
    for n in (nerve, tib, fib):
        s.line(n, C.CORAL_BRIGHT, 6.5)
    for n in (nerve, tib, fib):
        s.line(n, "#FFE1D8", 2.2)

    # ------------------------------------------------------------ near arm
    arm = soft(limb([(598, 262, 26), (646, 300, 25), (694, 338, 19)]) | limb([(694, 338, 19.5), (670, 357, 19), (640, 374, 12)]), 9)
    hand(s, Hand(640, 374, 126, 86, "flat", flip=True), skin, arm=arm, cut=poly([(560, 200), (700, 200), (672, 276), (628, 328), (560, 330)]))
    sl = curve([(606, 216), (630, 228), (656, 252), (690, 288, 0), (646, 338, 0), (612, 314), (590, 290), (586, 262), (590, 236)])
    s.add(sl, C.CREAM)
    s.add(sl & curve([(596, 284), (620, 296), (652, 318), (672, 296), (668, 316), (640, 350), (600, 320)]), C.CREAM_DARK)
    s.add(sl & stroke(curve([(693, 284), (646, 338)], False), 18, "flat"), C.CREAM_DEEP, opacity=0.75)
    s.line(curve([(640, 333), (610, 311), (590, 286)], False), C.CREAM_DEEP, 3)
    fold(s, [(656, 266), (640, 276), (630, 294)], 3.5, C.CREAM_DARK)
    fold(s, [(590, 284), (572, 296), (564, 318)], 3.5, C.CREAM_DARK)
    fold(s, [(588, 274), (566, 279), (550, 292)], 3.5, C.CREAM_DARK)
    collar = curve([(543, 221), (549, 217), (560, 234), (580, 240), (598, 230), (606, 213), (613, 218), (606, 240), (583, 251), (557, 245)])
    s.add(collar, C.CREAM_DARK)
    s.line(curve([(546, 228), (560, 243), (582, 248), (602, 238), (611, 221)], False), C.CREAM_DEEP, 2, opacity=0.8)
    return s
