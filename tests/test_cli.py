"""The commands and their exit codes, as product.md gives them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import __version__
from kiosk.cli import main
from kiosk.core.content.report import exit_code

SHIPPED = Path(__file__).parents[1] / "content"
SLIDE = "# Knees bend\n\nThey bend and they stretch.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "knees").mkdir()
    (tmp_path / "knees" / "01-knees.md").write_text(SLIDE)
    return tmp_path


def test_the_shipped_content_has_nothing_but_advice(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SHIPPED), "--strict"]) == 0
    told = capsys.readouterr().out
    assert "14 slides" in told
    assert "no clinician has reviewed this topic." in told
    assert "0 not shown, 0 warnings, 3 of advice." in told
    assert "Only people can judge 1, 2, 7, 10, 12, 15, 16, 18, 21, 22, 23, 24, 25 and 26" in told


def test_check_names_file_line_mend_and_says_that_something_is_not_shown(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "knees" / "02-hips.md").write_text("# Hips\n\n![A hip](hipp.png)\n")
    (content / "knees" / "hip.png").write_bytes(b"")
    assert main(["check", str(content)]) == 1
    assert (
        'knees/02-hips.md, line 3: the picture "hipp.png" is not in this folder.' in capsys.readouterr().out
    )


def test_check_speaks_json_to_programs(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(content), "--json"])
    assert json.loads(capsys.readouterr().out)


def test_check_of_what_is_no_folder_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 2
    assert capsys.readouterr().err


def test_strict_counts_warnings(content: Path) -> None:
    (content / "clinic.toml").write_text('nmae = "Riverside"\n')
    assert main(["check", str(content)]) == 0
    assert main(["check", str(content), "--strict"]) == 1
    assert exit_code((), strict=True) == 0


def test_version_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize("size", ["big", "100x100", "1920", "1920x99999"])
def test_a_size_that_is_none_is_refused(size: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["run", "--windowed", size])
    assert ended.value.code == 2
    assert size in capsys.readouterr().err


def test_without_a_display_run_says_so_in_one_line_and_exits_3(tmp_path: Path) -> None:
    environ = {
        name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}
    }
    environ.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, "-m", "kiosk", "run", "--data", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, env=environ, check=False)  # noqa: S603
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "kiosk render" in done.stderr


def test_render_draws_every_screen_and_a_contact_sheet(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "kiosk", "render", str(content), "--out", str(out), "--size", "640x400"]
    subprocess.run(command, check=True)  # noqa: S603
    names = {path.name for path in out.glob("*.png")}
    assert {
        "attract.png",
        "knees-01-slide.png",
        "get-help-now.png",
        "still-there.png",
        "being-updated.png",
    } <= names
    sheet = (out / "index.html").read_text()
    assert all(f'src="{name}"' in sheet for name in names)
    assert (out / "attract.png").read_bytes()[16:24] == (640).to_bytes(4) + (400).to_bytes(4)


def test_handout_writes_a_leaflet_and_names_the_topics_where_there_is_no_such_one(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out" / "knees.pdf"
    out.parent.mkdir()
    command = ["handout", str(content), "--out", str(out), "--topic"]
    assert main([*command, "knees", "--large-print", "--lang", "es"]) == 0
    assert out.read_bytes().startswith(b"%PDF-")
    assert "nothing of this topic is in es; it is written in en." in capsys.readouterr().err
    assert main([*command, "hips"]) == 2
    assert 'there is no topic "hips"' in capsys.readouterr().err
    assert [file.name for file in out.parent.iterdir()] == ["knees.pdf"]


def test_handout_says_where_it_cannot_write(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = content / "nowhere" / "knees.pdf"
    assert main(["handout", str(content), "--topic", "knees", "--out", str(out)]) == 1
    assert f"{out} cannot be written: No such file or directory." in capsys.readouterr().err
    assert main(["handout", str(content / "nowhere"), "--topic", "knees", "--out", str(out)]) == 2
