from pathlib import Path

import pytest

from kiosk.core.settings import Keys, Machine, read_machine

EVERY_KEY = """content = "D:/kiosk-content"
pin = "scrypt$16384$8$1$c2FsdA==$aGFzaA=="
px_per_mm = 4.5
viewing_distance_mm = 800
repeat_guard = 0
printer = "Lobby"
insights = true
log_folder = "/var/log/kiosk"
keys = { next = "Space", back = "Backspace", up = "W", down = "S", select = "Enter", help = "H" }
"""


def read(folder: Path, text: str | bytes) -> tuple[Machine, list[str]]:
    file = folder / "machine.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    machine, problems = read_machine(file)
    return machine, [str(problem) for problem in problems]


def test_every_key_is_read(tmp_path: Path) -> None:
    machine, said = read(tmp_path, EVERY_KEY)

    assert said == []
    assert machine == Machine(
        content="D:/kiosk-content",
        pin="scrypt$16384$8$1$c2FsdA==$aGFzaA==",
        px_per_mm=4.5,
        viewing_distance_mm=800,
        repeat_guard=0.0,
        keys=Keys("Space", "Backspace", "W", "S", "Enter", "H"),
        printer="Lobby",
        insights=True,
        log_folder="/var/log/kiosk",
    )


def test_no_file_means_the_defaults_and_no_problem(tmp_path: Path) -> None:
    assert read_machine(None) == (Machine(), ())
    assert read_machine(tmp_path / "nowhere" / "machine.toml") == (Machine(), ())
    assert Machine().repeat_guard == 0.4
    assert Machine().keys == Keys("Right", "Left", "Up", "Down", "Return", "F1")


def test_an_empty_file_means_the_defaults(tmp_path: Path) -> None:
    assert read(tmp_path, "") == (Machine(), [])


def test_a_folder_in_its_place_is_reported(tmp_path: Path) -> None:
    machine, problems = read_machine(tmp_path)

    assert machine == Machine()
    assert str(problems[0]).endswith("The usual settings are used. Ask IT to allow the kiosk to read it.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "repeat_guard = 2",
            'repeat_guard" is 2, which is too large. 0.5 is used. Write a number from 0 to 0.5.',
        ),
        ("px_per_mm = -1", 'px_per_mm" is -1, which is too small. 1 is used.'),
        (
            "px_per_mm = nan",
            'the value of "px_per_mm" does not fit. 0 is used. Write a number without quotes.',
        ),
        ("viewing_distance_mm = 60", "which is too small. 200 is used. Write a number from 200 to 5000."),
        ("insights = 1", '"insights" must be true or false. false is used.'),
        ('printr = "x"', '"printr" is not a setting of this file. It is left out. Did you mean "printer"?'),
        (
            'pin = "123456"',
            "the PIN stands here readable for everyone. No PIN is set. Set it with: kiosk pin",
        ),
        ("pin = 123456", "the PIN stands here readable for everyone."),
        ('keys = { nxt = "A" }', '"nxt" is not a setting of this file. It is left out. Did you mean "next"?'),
        ('keys = { next = "Left" }', 'the key "Left" is given to two things.'),
        ("keys = 3", '"keys" must be a group of settings. It is left out.'),
        ('content = "D:\\kiosk"', "a backslash stands inside the quotes. The line is left out."),
    ],
)
def test_what_does_not_fit_is_reported_and_replaced(tmp_path: Path, text: str, said: str) -> None:
    machine, problems = read(tmp_path, f"# machine\n{text}\n")

    assert problems[-1].startswith("machine.toml, line 2: ")
    assert said in problems[-1]
    assert machine.pin == ""
    assert machine.content == ""


def test_a_fault_leaves_the_other_settings(tmp_path: Path) -> None:
    assert read(tmp_path, 'pin = "x\nprinter = "Lobby"\n')[0].printer == "Lobby"


def test_bytes_that_are_no_text_mean_the_defaults(tmp_path: Path) -> None:
    machine, said = read(tmp_path, b"\0\1\2" * 100)

    assert machine == Machine()
    assert said[0].startswith("machine.toml: this is no plain text.")
