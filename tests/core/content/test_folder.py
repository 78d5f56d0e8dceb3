import io
import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from kiosk.core.content.folder import NotAContentFolder, Reading, read_content

TODAY = date(2026, 1, 15)


def put(root: Path, **texts: str) -> None:
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def read(root: Path) -> Reading:
    return read_content(root, today=TODAY)


def photo(path: Path, colour: str = "red") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (8, 6), colour).save(path)


def test_an_empty_folder_is_an_empty_catalog(tmp_path: Path) -> None:
    reading = read(tmp_path)

    assert reading.catalog.topics == ()
    assert reading.catalog.help_page is None
    assert reading.catalog.clinic.languages == ("en",)
    assert reading.problems == ()


def test_what_is_no_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotAContentFolder):
        read(tmp_path / "nowhere")


def test_a_folder_of_pictures_is_a_topic_in_natural_order(tmp_path: Path) -> None:
    for name in ("Slide10.png", "Slide2.PNG", "Slide1.jpg", "Welcome to us.png"):
        photo(tmp_path / "my-photos" / name)

    topic = read(tmp_path).catalog.topics[0]
    assert topic.titles == {"en": "My photos"}
    assert [slide.key for slide in topic.slides] == ["Slide1", "Slide2", "Slide10", "Welcome to us"]
    assert [slide.words["en"].title for slide in topic.slides] == ["", "", "", "Welcome to us"]


def test_photos_from_a_phone_are_a_topic_upright_and_heic_is_refused_with_what_to_do(tmp_path: Path) -> None:
    """Held sideways, a phone saves a wide picture and notes the turn; the notes of both ways are followed."""
    folder = tmp_path / "our-rooms"
    folder.mkdir()
    for name, turn in (("01 Reception.jpg", 6), ("02 Our garden.jpg", 8), ("IMG_2034.JPG", 1)):
        exif = Image.Exif()
        exif[0x0112] = turn
        taken = Image.new("RGB", (800, 600), "white")
        taken.paste("red", (0, 0, 800, 300))  # what is up on the sensor
        taken.save(folder / name, exif=exif, quality=95)
    (folder / "03 Our team.HEIC").write_bytes(b"\0\0\0\x18ftypheic" + b"\0" * 60)
    kept: dict[str, bytes] = {}
    reading = read_content(tmp_path, today=TODAY, keep=kept.__setitem__)
    slides = reading.catalog.topics[0].slides
    assert [slide.words["en"].title for slide in slides] == ["Reception", "Our garden", ""]
    sizes = [(slide.image.width, slide.image.height) for slide in slides if slide.image]
    assert sizes == [(600, 800), (600, 800), (800, 600)]
    reddest = []
    for slide in slides:
        with Image.open(io.BytesIO(kept[slide.image.name if slide.image else ""])) as stored:
            wide, high = stored.size
            places = {"left": (9, high // 2), "right": (wide - 9, high // 2), "top": (wide // 2, 9)}
            colours = {side: stored.convert("RGB").getpixel(place) for side, place in places.items()}
            reddest.append(min(colours, key=lambda side: colours[side][1]))  # type: ignore[index]
    assert reddest == ["right", "left", "top"]
    heic = [str(problem) for problem in reading.problems if "HEIC" in problem.file]
    assert len(heic) == 1
    assert heic[0].endswith(
        "Save it as JPEG; an iPhone does so under Settings, Camera, Formats, Most Compatible."
    )


def test_a_numbered_picture_that_a_slide_shows_is_no_slide_of_its_own(tmp_path: Path) -> None:
    put(tmp_path, **{"t/01-a.md": "# A\n\n![x](02-b.png)\n", "t/03-c.md": "# C\n\nText.\n"})
    for name in ("02-b.png", "03-c.png", "04-d.png", "unused.png", "20240131_101500.jpg"):
        photo(tmp_path / "t" / name)

    slides = read(tmp_path).catalog.topics[0].slides
    assert [slide.key for slide in slides] == ["01-a", "03-c", "04-d"]
    assert [slide.is_picture_only for slide in slides] == [False, False, True]
    assert slides[1].image is not None


def test_topics_come_in_the_clinics_order_and_the_others_by_name(tmp_path: Path) -> None:
    for name in ("t10", "t9", "knees", "pictures", "Asthma"):
        photo(tmp_path / name / "1 A.png")
    put(tmp_path, **{"clinic.toml": 'topics = ["knees", "asthma"]\n'})

    reading = read(tmp_path)
    assert [topic.key for topic in reading.catalog.topics] == ["knees", "Asthma", "t9", "t10"]


def test_languages_are_those_found_with_the_topics_own_first(tmp_path: Path) -> None:
    put(
        tmp_path,
        **{"t/01-a.md": "# A\n\nB.\n", "t/01-a.ar.md": "# A\n\nB.\n", "t/01-a.pt-br.md": "# A\n\nB.\n"},
    )
    put(tmp_path, **{"t/topic.toml": 'language = "es"\n', "t/01-b.ar.md": "", "t/02-c.es.md": "# C\n\nD.\n"})

    catalog = read(tmp_path).catalog
    assert catalog.clinic.languages == ("es", "ar", "pt-BR")
    assert [slide.key for slide in catalog.topics[0].slides] == ["01-a", "02-c"]


def test_a_broken_topic_leaves_the_others_alone(tmp_path: Path) -> None:
    put(
        tmp_path,
        **{"a/01-a.md": "# A\n\nB.\n", "b/topic.toml": "[[[[", "b/01-b.md": "# B\n\nC.\n", "c/x.toml": ""},
    )
    (tmp_path / "d").mkdir()
    (tmp_path / "d/01-d.md").write_bytes(b"\0" * 500)

    assert [topic.key for topic in read(tmp_path).catalog.topics] == ["a", "b"]


def test_notepads_second_ending_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, **{"t/01-a.md.txt": "# A\n\nB.\n", "t/01-a.es.md.txt": "# A\n\nB.\n"})

    slide = read(tmp_path).catalog.topics[0].slides[0]
    assert slide.key == "01-a"
    assert set(slide.words) == {"en", "es"}


def test_a_picture_slide_can_have_words_in_another_language(tmp_path: Path) -> None:
    photo(tmp_path / "t/01 Our room.png")
    put(tmp_path, **{"t/01 Our room.es.md": "# Nuestra sala\n\n![Una sala](x.png)\n"})

    slide = read(tmp_path).catalog.topics[0].slides[0]
    assert slide.words["es"].title == "Nuestra sala"
    assert slide.words["es"].alt == "Una sala"


def test_each_picture_is_kept_once_however_many_slides_show_it(tmp_path: Path) -> None:
    photo(tmp_path / "t/p.png")
    shutil.copy(tmp_path / "t/p.png", tmp_path / "t/copy.png")
    put(
        tmp_path,
        **{
            f"t/{number:02}-a.md": f"# A\n\n![x]({'copy' if number % 2 else 'p'}.png)\n"
            for number in range(9)
        },
    )
    kept: list[tuple[str, bytes]] = []

    catalog = read_content(tmp_path, today=TODAY, keep=lambda name, data: kept.append((name, data))).catalog
    names = {slide.image.name for slide in catalog.topics[0].slides if slide.image}
    assert [name for name, _ in kept] == list(names)


def test_a_slide_costs_the_same_among_many(tmp_path: Path) -> None:
    def seconds(count: int) -> float:
        root = tmp_path / str(count)
        photo(root / "t/p.png")
        put(
            root,
            **{
                f"t/{number % 10_000:04}-{number}.md": "# A\n\n![x](q.png)\n\nText.\n"
                for number in range(count)
            },
        )
        best = float("inf")
        for _ in range(2):
            begun = time.process_time()
            assert len(read(root).catalog.topics[0].slides) == count
            best = min(best, time.process_time() - begun)
        return best / count

    seconds(50)
    assert seconds(2_000) < 1.6 * seconds(200)


def test_the_order_of_problems_is_that_of_the_files_and_lines(tmp_path: Path) -> None:
    put(tmp_path, **{"t/10-a.md": "# A\n\n![](y)\n\n![\n", "t/2-b.md": "# B\n\n![x](z)\n"})

    shown = [(problem.file, problem.line) for problem in read(tmp_path).problems]
    assert shown == [("t", 0), ("t/2-b.md", 3), ("t/10-a.md", 3), ("t/10-a.md", 5)]


def test_pillow_and_markdown_are_loaded_on_first_use_and_qt_never() -> None:
    code = (
        "import sys, kiosk.core.content.folder, kiosk.core.settings, kiosk.core.content.report\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('PIL', 'markdown_it', 'PySide6')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - ours

    assert run.stdout.strip() == "[]"
