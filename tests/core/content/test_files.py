import os
import socket
from pathlib import Path

import pytest

from kiosk.core.content.files import TEXT_LIMIT, File, NotAContentFolder, Unreadable, list_files, read_file
from kiosk.core.content.fingerprint import fingerprint

ON_LINUX = os.uname().sysname == "Linux" if hasattr(os, "uname") else False
linux_only = pytest.mark.skipif(not ON_LINUX, reason="this file system holds no such names or pipes")


def put(root: Path, *names: str, text: str = "# A\n") -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def said_of(root: Path) -> list[str]:
    return [str(problem) for problem in list_files(root).problems]


def test_only_files_of_known_endings_are_listed(tmp_path: Path) -> None:
    put(tmp_path, "a/01-a.md", "a/B.PNG", "a/c.exe", "a/d", "clinic.toml", "a/e.zip")

    assert set(list_files(tmp_path).files) == {"a/01-a.md", "a/B.PNG", "clinic.toml"}


@pytest.mark.parametrize(
    "name",
    [
        *(
            ".hidden.md",
            "~$01-a.md",
            "_draft.md",
            "01-a.md~",
            ".01-a.md.swp",
            "#01-a.md#",
            ".syncthing.01-a.md.tmp",
        ),
        *("~syncthing~01-a.md.tmp", "01-a.md.partial", "01-a.png.crdownload", "01-a.md.part", "Thumbs.db"),
        *(
            "desktop.ini",
            "README.txt",
            "readme.md",
            "CONTENT-REPORT.txt",
            "._01-a.md",
            ".DS_Store",
            "01-a.tmp",
        ),
        *(
            "$RECYCLE.BIN/01-a.md",
            "System Volume Information/01-a.md",
            ".git/01-a.md",
            "01-a.md.sb-1234abcd-x.md",
        ),
    ],
)
def test_litter_is_neither_listed_nor_reported(tmp_path: Path, name: str) -> None:
    put(tmp_path, "t/01-a.md")
    before = fingerprint(tmp_path)
    put(tmp_path, f"t/{name}")

    listing = list_files(tmp_path)
    assert set(listing.files) == {"t/01-a.md"}
    assert listing.problems == []
    assert fingerprint(tmp_path).files == before.files


@linux_only
def test_a_pipe_and_a_socket_are_reported_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.png")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "b.png"))
        assert said_of(tmp_path) == [
            "a.png: this is no ordinary file. It is not shown. Delete it.",
            "b.png: this is no ordinary file. It is not shown. Delete it.",
        ]


@linux_only
def test_what_became_a_pipe_after_the_listing_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.png")

    with pytest.raises(Unreadable, match="no ordinary file"):
        read_file(File("a.png", str(tmp_path / "a.png"), 10, 0), TEXT_LIMIT)


@linux_only
def test_no_link_leads_out_of_the_folder(tmp_path: Path) -> None:
    put(tmp_path, "secret.md", "secrets/01-a.md", "content/t/01-a.md")
    (tmp_path / "content/t/02-b.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "content/u").symlink_to(tmp_path / "secrets")
    (tmp_path / "content/t/03-c.md").symlink_to("03-c.md")
    (tmp_path / "content/t/loop").symlink_to(tmp_path / "content")

    assert set(list_files(tmp_path / "content").files) == {"t/01-a.md"}
    link = "this is a link that leads elsewhere. It is not followed. Copy what it leads to into its place."
    assert said_of(tmp_path / "content") == [
        f"u: {link}",
        f"t/02-b.md: {link}",
        "t/03-c.md: this is a link that leads elsewhere. It is not followed. Copy what it leads to into its place.",
        f"t/loop: {link}",
    ]


@linux_only
def test_a_link_to_a_file_of_the_folder_is_followed(tmp_path: Path) -> None:
    put(tmp_path, "t/01-a.md")
    (tmp_path / "t/02-b.md").symlink_to("01-a.md")

    assert set(list_files(tmp_path).files) == {"t/01-a.md", "t/02-b.md"}


@linux_only
def test_a_folder_that_is_itself_a_link_is_read(tmp_path: Path) -> None:
    put(tmp_path, "true/t/01-a.md")
    (tmp_path / "content").symlink_to("true")

    assert set(list_files(tmp_path / "content").files) == {"t/01-a.md"}


@linux_only
def test_names_are_compared_in_one_form_of_accents(tmp_path: Path) -> None:
    put(tmp_path, "t/cafe\u0301.png", "t/caf\u00e9.png")

    assert set(list_files(tmp_path).files) == {"t/caf\u00e9.png"}
    assert "differ only in how an accent is written" in said_of(tmp_path)[0]


@linux_only
def test_names_that_differ_in_capitals_alone_are_both_listed_and_reported(tmp_path: Path) -> None:
    put(tmp_path, "t/01-a.md", "t/01-A.md")

    assert set(list_files(tmp_path).files) == {"t/01-a.md", "t/01-A.md"}
    assert said_of(tmp_path) == [
        (
            't/01-a.md: its name differs from "01-A.md" only in capital letters. On a Windows machine only one of '
            "them would be left. Give one of them another name."
        )
    ]


@linux_only
@pytest.mark.parametrize("name", ["CON.png", "a?.png", "trailing /01.md"])
def test_names_that_windows_refuses_are_shown_and_reported(tmp_path: Path, name: str) -> None:
    put(tmp_path, f"t/{name}")

    assert f"t/{name}" in list_files(tmp_path).files
    assert "Windows machines cannot hold a file of this name." in said_of(tmp_path)[0]


@linux_only
def test_a_name_that_is_no_text_is_reported_and_not_listed(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.md")).write_text("x")
    (tmp_path / "a\nb.md").write_text("x")

    assert list_files(tmp_path).files == {}
    assert said_of(tmp_path)[0].startswith("a?b.md: its name holds signs that cannot be shown.")
    assert len(said_of(tmp_path)) == 2
    "".join(said_of(tmp_path)).encode("utf-8")


def test_long_names_and_emoji_are_taken(tmp_path: Path) -> None:
    names = {f"t/{'x' * 200}.md", "t/😀.png", "t/zażółć.md"}
    put(tmp_path, *names)

    assert set(list_files(tmp_path).files) == names


def test_folders_that_lie_too_deep_are_reported(tmp_path: Path) -> None:
    put(tmp_path, "/".join(["d"] * 50).strip("/") + "/a.md")

    assert said_of(tmp_path) == [
        "d/d/d/d/d/d: this folder lies too deep inside other folders. Nothing of it is shown. Move it up."
    ]


@linux_only
@pytest.mark.skipif(ON_LINUX and os.geteuid() == 0, reason="root may open everything")
def test_what_may_not_be_opened_is_reported(tmp_path: Path) -> None:
    put(tmp_path, "t/01-a.md", "u/01-a.md")
    (tmp_path / "u").chmod(0)
    try:
        assert said_of(tmp_path) == [
            "u/: this folder cannot be opened. Nothing of it is shown. Ask IT to allow the kiosk to read it."
        ]
    finally:
        (tmp_path / "u").chmod(0o755)


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, "a.md", text="x" * (TEXT_LIMIT + 1))

    with pytest.raises(Unreadable, match="larger than 1 MB"):
        read_file(list_files(tmp_path).files["a.md"], TEXT_LIMIT)


def test_a_file_that_grew_or_went_since_the_listing_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "a.md")
    file = list_files(tmp_path).files["a.md"]
    put(tmp_path, "a.md", text="x" * 100)
    with pytest.raises(Unreadable, match="larger"):
        read_file(file, 50)
    (tmp_path / "a.md").unlink()
    with pytest.raises(Unreadable, match="cannot be opened"):
        read_file(file, 50)


def test_what_is_no_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    put(tmp_path, "a.md")

    with pytest.raises(NotAContentFolder, match=r'There is no folder ".*nowhere"\.'):
        list_files(tmp_path / "nowhere")
    with pytest.raises(NotAContentFolder, match=r'a\.md" is a file, not a folder\.'):
        list_files(tmp_path / "a.md")


def test_the_fingerprint_tells_every_change_of_a_file_that_counts(tmp_path: Path) -> None:
    put(tmp_path, "t/01-a.md", "t/02-b.md")
    seen = {fingerprint(tmp_path)}
    put(tmp_path, "t/01-a.md", text="# Other\n")
    seen.add(fingerprint(tmp_path))
    os.utime(tmp_path / "t/01-a.md", ns=(1, 1))
    seen.add(fingerprint(tmp_path))
    (tmp_path / "t/02-b.md").rename(tmp_path / "t/03-b.md")
    seen.add(fingerprint(tmp_path))
    (tmp_path / "t/03-b.md").unlink()
    seen.add(fingerprint(tmp_path))

    assert len(seen) == 5
    assert fingerprint(tmp_path) == fingerprint(tmp_path)


def test_the_fingerprint_of_nothing_differs_from_that_of_an_empty_folder(tmp_path: Path) -> None:
    assert not fingerprint(tmp_path / "nowhere").is_there
    assert fingerprint(tmp_path).is_there
