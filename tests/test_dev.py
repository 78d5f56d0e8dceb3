"""Set-up is tried on made-up checkouts: no network, no apt, never the .venv of this checkout."""

import ast
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import pytest

DEV_PY = Path(__file__).parents[1] / "dev.py"
BOOKWORM = 'ID=debian\nVERSION_CODENAME=bookworm\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n'
TRIXIE = "ID=debian\nVERSION_CODENAME=trixie\n"
JAMMY = "ID=ubuntu\nVERSION_CODENAME=jammy\nUBUNTU_CODENAME=jammy\n"
NOBLE = 'ID=ubuntu\nVERSION_CODENAME="noble"\nUBUNTU_CODENAME=noble\n'
MINT_ON_JAMMY = "ID=linuxmint\nVERSION_CODENAME=victoria\nUBUNTU_CODENAME=jammy\n"
LOCK = """\
# The lock of a made-up project.

# [run]
big-qt.thing==1.2 \\
    --hash=sha256:1111 \\
    --hash=sha256:2222
plain==3 \\
    --hash=sha256:3333

# [build]
bundler==5 \\
    --hash=sha256:5555

# [test]
elsewhere==5 ; sys_platform == 'none' \\
    --hash=sha256:6666
tester==4 \\
    --hash=sha256:4444
"""


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", DEV_PY)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Tools:
    """Stands for every command that set-up runs: notes it, makes what it would make, fails where told to."""

    def __init__(self, dev: ModuleType) -> None:
        self.dev = dev
        self.ran: list[str] = []
        self.fails: dict[str, str] = {}
        self.before: Callable[[str], None] = lambda _line: None

    def __call__(self, command: Sequence[str]) -> str:
        line = " ".join(command)
        if "-r" in command:
            line += "\n" + Path(command[command.index("-r") + 1]).read_text(encoding="utf-8")
        self.ran.append(line)
        self.before(line)
        for part, why in self.fails.items():
            if part in line:
                return why
        if "-m venv" in line:
            self.dev.site_packages().mkdir(parents=True)
            self.dev.venv_python().parent.mkdir()
            self.dev.venv_python().touch()
            (self.dev.VENV / "pyvenv.cfg").write_text(f"version = {self.dev.PYTHON}.7\n", encoding="utf-8")
        if "PyInstaller" in line:
            out = Path(command[command.index("--distpath") + 1])
            if (out / "kiosk").exists():
                self.dev.shutil.rmtree(out / "kiosk")
            (out / "kiosk" / "_internal").mkdir(parents=True)
            (out / "kiosk" / "kiosk").write_bytes(b"0" * 2_400_000)
        if "pip install" in line:
            extras = [f"{name}-1" for name in ("bundler", "tester") if name in line]
            for name in ("big_qt_thing-1.2", "plain-3", *extras):
                (self.dev.site_packages() / f"{name}.dist-info").mkdir(exist_ok=True)
        return ""

    def count(self, part: str) -> int:
        return sum(part in line for line in self.ran)


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Load dev.py for an empty checkout on a machine that lacks nothing and where nothing is really run."""
    module = load()
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "requirements.lock").write_text(LOCK, encoding="utf-8")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "dev-stamp.json")
    monkeypatch.setattr(module, "LOCK", tmp_path / "assets" / "requirements.lock")
    monkeypatch.setattr(module, "LOG", tmp_path / "build" / "dev.log")
    monkeypatch.setattr(module, "missing", lambda _level: [])
    monkeypatch.setattr(module.signal, "signal", lambda *_: None)
    monkeypatch.setenv("PYINSTALLER_CONFIG_DIR", "")  # put back what dev.py sets for its children
    return module


@pytest.fixture
def tools(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Tools:
    made = Tools(dev)
    monkeypatch.setattr(dev, "logged", made)
    return made


@pytest.fixture
def started(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """List what dev.py handed over to, in place of becoming it."""
    found: list[list[str]] = []

    def hand_over(module: str, args: Sequence[str]) -> int:
        found.append([module, *args])
        return 3

    monkeypatch.setattr(dev, "hand_over", hand_over)
    return found


def lacks(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, *found: tuple[str, str], programs: Sequence[str] = ()
) -> None:
    monkeypatch.setattr(dev, "missing", lambda _level: list(found))
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}" if name in programs else None)


def python(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *args]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - this Python


# --- Python's version ---


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 14), (2, 7), (4, 0)])
def test_another_python_is_told_in_one_line(dev: ModuleType, version: tuple[int, int]) -> None:
    told = dev.version_problem(version)
    assert f"this is Python {version[0]}.{version[1]}" in told
    assert "3.11, 3.12 or 3.13" in told
    assert "\n" not in told


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_the_right_pythons_are_taken(dev: ModuleType, version: tuple[int, int]) -> None:
    assert dev.version_problem(version) == ""


def test_an_older_python_can_read_the_file_as_far_as_the_message() -> None:
    tree = ast.parse(DEV_PY.read_text(encoding="utf-8"), feature_version=(3, 8))
    check = next(i for i, node in enumerate(tree.body) if isinstance(node, ast.If))
    imported = {
        name.name.split(".")[0]
        for node in tree.body[:check]
        if isinstance(node, ast.Import)
        for name in node.names
    }
    assert "tomllib" not in imported  # new in 3.11
    assert "version_problem" in ast.dump(tree.body[check])


# --- the stamp ---


def test_the_stamp_changes_with_what_is_asked_for(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {dev.stamp("run"), dev.stamp("test")}
    dev.LOCK.write_text(LOCK.replace("sha256:3333", "sha256:7777"), encoding="utf-8")
    seen |= {dev.stamp("run")}
    monkeypatch.setattr(dev, "RUN_PACKAGES", (*dev.RUN_PACKAGES, ("libnew1", "libnew.so.1")))
    seen |= {dev.stamp("run")}
    monkeypatch.setattr(dev, "PYTHON", "3.99")
    seen |= {dev.stamp("run")}
    assert len(seen) == 5


def test_the_stamp_of_run_leaves_out_what_only_tests_need(dev: ModuleType) -> None:
    before = dev.stamp("run"), dev.stamp("test")
    dev.LOCK.write_text(f"# a comment\n{LOCK}".replace("tester==4", "tester==5"), encoding="utf-8")
    assert dev.stamp("run") == before[0]
    assert dev.stamp("test") != before[1]


# --- set-up ---


def test_a_second_set_up_runs_nothing(dev: ModuleType, tools: Tools) -> None:
    dev.set_up("test")
    assert tools.count("-m venv") == 1
    assert tools.count("pip install") == 1
    tools.ran.clear()
    dev.set_up("test")
    dev.set_up("run")
    assert tools.ran == []


def test_run_installs_no_tools_for_tests_and_test_adds_them(dev: ModuleType, tools: Tools) -> None:
    dev.set_up("run")
    assert tools.count("tester") == 0
    dev.set_up("test")
    assert tools.count("tester==4 --hash=sha256:4444") == 1
    assert tools.count("-m venv") == 1


def test_build_adds_its_own_tool_and_test_has_it_too(dev: ModuleType, tools: Tools) -> None:
    dev.set_up("build")
    assert tools.count("bundler==5") == 1
    assert tools.count("tester") == 0
    assert dev.is_ready("run")
    dev.set_up("test")
    tools.ran.clear()
    dev.set_up("build")
    assert tools.ran == []
    assert set(dev.packages("run")) < set(dev.packages("build")) < set(dev.packages("test"))


def test_a_changed_pin_is_installed_into_the_same_venv(dev: ModuleType, tools: Tools) -> None:
    dev.set_up("run")
    dev.LOCK.write_text(LOCK.replace("==1.2", "==1.3"), encoding="utf-8")
    dev.set_up("run")
    assert tools.count("big-qt.thing==1.3") == 1
    assert tools.count("-m venv") == 1


def test_pip_takes_what_has_the_hashes_of_the_lock_and_nothing_else(dev: ModuleType, tools: Tools) -> None:
    dev.set_up("build")
    (install,) = (line for line in tools.ran if "pip install" in line)
    options, *wanted = install.splitlines()
    assert "--require-hashes --no-deps -r" in options
    assert wanted == [
        "big-qt.thing==1.2 --hash=sha256:1111 --hash=sha256:2222",
        "plain==3 --hash=sha256:3333",
        "bundler==5 --hash=sha256:5555",
    ]


@pytest.mark.parametrize("stage", ["-m venv", "pip install"])
def test_an_interrupted_set_up_is_done_anew(dev: ModuleType, tools: Tools, stage: str) -> None:
    def interrupt(line: str) -> None:
        if stage in line:
            dev.site_packages().mkdir(parents=True, exist_ok=True)
            (dev.site_packages() / "half-of-it").touch()
            raise KeyboardInterrupt

    tools.before = interrupt
    assert dev.main(["run"]) == 130
    tools.before = lambda _line: None
    dev.set_up("run")
    assert not (dev.site_packages() / "half-of-it").exists()
    assert dev.is_ready("run")


def test_an_interrupted_update_is_done_anew(dev: ModuleType, tools: Tools) -> None:
    dev.set_up("run")
    tools.fails = {"pip install": "ERROR: No space left"}
    with pytest.raises(dev.SetupError):
        dev.set_up("test")
    tools.fails = {}
    dev.set_up("run")
    assert tools.count("-m venv") == 2


def break_python(dev: ModuleType) -> None:
    dev.venv_python().unlink()


def break_version(dev: ModuleType) -> None:
    (dev.VENV / "pyvenv.cfg").write_text("version = 3.9.1\n", encoding="utf-8")


def break_package(dev: ModuleType) -> None:
    (dev.site_packages() / "plain-3.dist-info").rmdir()


def break_stamp(dev: ModuleType) -> None:
    dev.STAMP.write_text('{"run": ', encoding="utf-8")


@pytest.mark.parametrize("harm", [break_python, break_version, break_package, break_stamp])
def test_a_damaged_venv_is_made_anew(
    dev: ModuleType, tools: Tools, harm: Callable[[ModuleType], None]
) -> None:
    dev.set_up("run")
    harm(dev)
    dev.set_up("run")
    assert tools.count("-m venv") == 2
    assert dev.is_ready("run")


def test_the_checkout_is_importable_from_the_venv_even_after_a_move(dev: ModuleType, tools: Tools) -> None:
    dev.set_up("run")
    assert tools.ran
    line = (dev.site_packages() / "kiosk-checkout.pth").read_text(encoding="utf-8").strip()
    assert not Path(line).is_absolute()
    assert (dev.site_packages() / line).resolve() == dev.ROOT.resolve()


def test_who_waited_for_another_set_up_does_not_repeat_it(
    dev: ModuleType, tools: Tools, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def take(_lock: object, *, wait: bool) -> bool:
        if wait:  # the other one ends
            dev.make_venv()
            dev.install_pins("run")
            tools.ran.clear()
        return wait

    monkeypatch.setattr(dev, "take", take)
    dev.set_up("run")
    assert tools.ran == []
    assert "waiting for another dev.py" in capsys.readouterr().err


def test_the_lock_keeps_a_second_one_out_until_it_is_let_go(dev: ModuleType, tmp_path: Path) -> None:
    with (tmp_path / "lock").open("ab") as first, (tmp_path / "lock").open("ab") as second:
        assert dev.take(first, wait=False)
        assert not dev.take(second, wait=False)
        first.close()
        assert dev.take(second, wait=False)


# --- failures ---


def test_a_failing_pip_is_one_line_and_exit_1(
    dev: ModuleType, tools: Tools, started: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    tools.fails = {"pip install": "ERROR: No matching distribution found for big-qt.thing==1.2"}
    assert dev.main(["run"]) == 1
    said = capsys.readouterr()
    last = said.err.splitlines()[-1]
    assert "pip failed: ERROR: No matching distribution found for big-qt.thing==1.2" in last
    assert "try again" in last
    assert str(dev.LOG) in last
    assert said.out == ""
    assert "Traceback" not in said.err
    assert not dev.is_ready("run")
    assert started == []


def test_the_reason_is_the_first_error_that_this_tool_wrote(dev: ModuleType) -> None:
    dev.LOG.parent.mkdir()
    assert dev.logged([sys.executable, "-c", "print('E: of an earlier tool'); exit(1)"])
    tool = "print('a note'); print('ERROR: first'); print('ERROR: so no more'); exit(2)"
    assert dev.logged([sys.executable, "-c", tool]) == "ERROR: first"
    assert (
        dev.logged([sys.executable, "-c", "print('12 ERROR: of PyInstaller'); exit(2)"])
        == "12 ERROR: of PyInstaller"
    )
    assert dev.logged([sys.executable, "-c", "exit(7)"]) == "exit code 7"
    assert dev.logged([sys.executable, "-c", "print('ERROR: but it worked')"]) == ""
    assert "a note" in dev.LOG.read_text(encoding="utf-8")


def test_missing_packages_are_named_in_one_line_where_apt_is_not_allowed(
    dev: ModuleType, tools: Tools, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacks(dev, monkeypatch, ("libegl1", "libEGL.so.1"), ("xvfb", "Xvfb"), programs=["apt-get", "sudo"])
    monkeypatch.setattr(dev, "root_prefix", lambda: None)
    assert dev.main(["test"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "sudo apt-get install -y --no-install-recommends libegl1 xvfb" in line
    assert tools.ran == []  # no .venv either: first things first


def test_a_python_without_ensurepip_gets_its_venv_package(
    dev: ModuleType, tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacks(dev, monkeypatch, programs=["apt-get"])
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(dev, "root_prefix", list)
    dev.set_up("run")
    assert tools.ran[0].endswith(f"python{dev.PYTHON}-venv")
    assert "--no-install-recommends" in tools.ran[0]
    assert "DEBIAN_FRONTEND=noninteractive" in tools.ran[0]
    assert "-m venv" in tools.ran[1]


def test_apt_renews_its_lists_only_when_installing_failed(
    dev: ModuleType, tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "root_prefix", lambda: ["sudo", "-n"])
    dev.apt_install(["libegl1"])
    assert tools.count("apt-get update") == 0
    tools.fails = {"install": "E: Unable to fetch some archives"}
    with pytest.raises(dev.SetupError, match="apt failed: E: Unable to fetch"):
        dev.apt_install(["libegl1"])
    assert tools.count("apt-get update") == 1
    assert all(line.startswith("sudo -n env ") for line in tools.ran)


def test_without_apt_the_libraries_are_named_and_set_up_goes_on(
    dev: ModuleType, tools: Tools, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacks(dev, monkeypatch, ("libegl1", "libEGL.so.1"))
    dev.set_up("run")
    assert "libEGL.so.1" in capsys.readouterr().err
    assert dev.is_ready("run")
    assert tools.count("apt-get") == 0


# --- packages ---


@pytest.mark.parametrize(
    ("release", "name"),
    [
        (BOOKWORM, "libglib2.0-0"),
        (JAMMY, "libglib2.0-0"),
        (MINT_ON_JAMMY, "libglib2.0-0"),
        (TRIXIE, "libglib2.0-0t64"),
        (NOBLE, "libglib2.0-0t64"),
    ],
)
def test_a_package_is_called_as_its_distribution_calls_it(dev: ModuleType, release: str, name: str) -> None:
    assert dev.package_name("libglib2.0-0", release) == name
    assert dev.package_name("libegl1", release) == "libegl1"


@pytest.mark.skipif(not Path("/etc/ld.so.cache").exists(), reason="this system keeps no list of libraries")
def test_what_is_missing_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    dev = load()
    there = ("libc6", "libc.so.6")
    lost = [("libnone9", "libnone.so.9"), ("noprogram", "no-such-program-of-the-kiosk")]
    monkeypatch.setattr(dev, "RUN_PACKAGES", (there, lost[0]))
    monkeypatch.setattr(dev, "TEST_PACKAGES", (lost[1], ("env", "env")))
    assert dev.missing("run") == lost[:1]
    assert dev.missing("test") == lost


def test_what_got_lost_from_the_system_ends_readiness(
    dev: ModuleType, tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.set_up("run")
    assert tools.ran
    assert dev.is_ready("run")
    lacks(dev, monkeypatch, ("libegl1", "libEGL.so.1"), programs=["apt-get"])
    assert not dev.is_ready("run")


# --- the catalogues of words ---


@pytest.fixture
def catalogue(dev: ModuleType) -> Path:
    file: Path = dev.ROOT / "assets" / "locale" / "es" / "LC_MESSAGES" / "kiosk.po"
    file.parent.mkdir(parents=True)
    file.touch()
    return file


def test_every_command_compiles_the_words_first_and_only_where_they_are_newer(
    dev: ModuleType, tools: Tools, started: list[list[str]], catalogue: Path
) -> None:
    assert dev.main(["run"]) == 3
    assert tools.count("assets.locale.catalogues compile") == 1
    compiled = catalogue.with_suffix(".mo")
    compiled.touch()
    os.utime(compiled, ns=(catalogue.stat().st_mtime_ns,) * 2)
    assert dev.main(["kiosk", "--version"]) == 3
    assert tools.count("assets.locale.catalogues compile") == 1
    os.utime(catalogue, ns=(compiled.stat().st_mtime_ns + 1,) * 2)
    assert dev.main(["kiosk", "--version"]) == 3
    assert tools.count("assets.locale.catalogues compile") == 2


def test_words_that_cannot_be_compiled_hold_nothing_up(
    dev: ModuleType,
    tools: Tools,
    started: list[list[str]],
    catalogue: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    tools.fails = {"catalogues compile": "Syntax error in po file (line 3)"}
    assert dev.main(["run"]) == 3
    assert "the kiosk speaks English alone: Syntax error in po file (line 3)" in capsys.readouterr().err


def test_a_lock_is_written_also_where_no_set_up_works(
    dev: ModuleType, tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[Sequence[str]] = []

    def call(command: Sequence[str], **_options: object) -> int:
        ran.append(command)
        return 0

    monkeypatch.setattr(dev.subprocess, "call", call)
    dev.LOCK.write_text("# [run]\nno such thing", encoding="utf-8")
    assert dev.main(["lock"]) == 0
    assert ran == [[sys.executable, "-m", "assets.packaging.lock"]]
    assert tools.ran == []


def test_guide_hands_over_to_its_pictures(dev: ModuleType, tools: Tools, started: list[list[str]]) -> None:
    assert dev.main(["guide"]) == 3
    assert started == [["assets.guide", "pictures"]]


def test_messages_hands_over_to_the_catalogues(
    dev: ModuleType, tools: Tools, started: list[list[str]]
) -> None:
    assert dev.main(["messages"]) == 3
    assert started == [["assets.locale.catalogues", "extract"]]


# --- the bundle ---


@pytest.fixture
def content(dev: ModuleType) -> Path:
    folder: Path = dev.ROOT / "content"
    (folder / "topic").mkdir(parents=True)
    (folder / "topic" / "1.md").write_text("# One", encoding="utf-8")
    (folder / "CONTENT-REPORT.txt").touch()
    (dev.ROOT / "docs" / "images").mkdir(parents=True)
    for name in ("install.md", "packaging.md", "staff.md"):
        (dev.ROOT / "docs" / name).touch()
    (dev.ROOT / "LICENSE").touch()
    (dev.ROOT / "pyproject.toml").write_text('[project]\nversion = "1.2.3"\n', encoding="utf-8")
    return folder


@pytest.fixture
def packaged(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """List what a build calls after PyInstaller; an archive is made by writing to it."""
    found: list[list[str]] = []

    def packaging(name: str, *args: str) -> int:
        found.append([name, *args])
        if name == "archive":
            Path(args[1]).write_bytes(b"0" * 1_400_000)
        return 0

    monkeypatch.setattr(dev, "packaging", packaging)
    return found


def test_a_bundle_gets_the_content_beside_it_and_is_named_with_its_size(
    dev: ModuleType, tools: Tools, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["build"]) == 0
    bundle = dev.ROOT / "dist" / "kiosk"
    assert capsys.readouterr().out == f"{bundle} (2 MB)\n"
    assert (bundle / "content" / "topic" / "1.md").read_text(encoding="utf-8") == "# One"
    assert not (bundle / "content" / "CONTENT-REPORT.txt").exists()
    assert (bundle / "LICENSE").exists()
    assert [file.name for file in (bundle / "docs").iterdir()] == ["install.md"]
    assert tools.ran[-2].endswith("build_spec.spec")
    assert tools.ran[-1].endswith(f"-m assets.guide pdf {bundle / 'docs' / 'staff.pdf'}")


def test_a_bundle_without_the_guide_for_staff_is_none(
    dev: ModuleType, tools: Tools, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tools.fails["assets.guide"] = "no font"
    assert dev.main(["build"]) == 1
    assert "the guide for staff could not be set: no font" in capsys.readouterr().err


def test_a_bundle_is_made_anew_where_it_is_asked_for(
    dev: ModuleType, tools: Tools, content: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a b"
    assert dev.main(["build", "--out", str(out)]) == 0
    (content / "topic" / "1.md").rename(content / "topic" / "2.md")
    assert dev.main(["build", "--out", str(out)]) == 0
    assert [file.name for file in (out / "kiosk" / "content" / "topic").iterdir()] == ["2.md"]
    assert not (dev.ROOT / "dist").exists()
    assert tools.count("PyInstaller") == 2


@pytest.mark.parametrize("inside", ["_internal", "kiosk.app"])
def test_a_bundle_of_any_system_is_known_as_one(
    dev: ModuleType, tools: Tools, content: Path, inside: str
) -> None:
    old = dev.ROOT / "dist" / "kiosk" / inside
    old.mkdir(parents=True)
    assert dev.main(["build"]) == 0
    assert (dev.ROOT / "dist" / "kiosk" / "content").is_dir()
    assert tools.count("PyInstaller") == 1


@pytest.mark.parametrize(
    ("platform", "system"), [("linux", "linux"), ("darwin", "macos"), ("win32", "windows")]
)
def test_an_archive_is_named_for_the_version_and_the_system(
    dev: ModuleType,
    tools: Tools,
    content: Path,
    packaged: list[list[str]],
    platform: str,
    system: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """docs/install.md calls it so, and kiosk-update takes it."""
    monkeypatch.setattr(dev.sys, "platform", platform)
    assert dev.main(["build", "--archive", "--sizes"]) == 0
    out = dev.ROOT / "dist"
    archive = out / f"kiosk-1.2.3-{system}.tar.xz"
    assert packaged == [["archive", str(out / "kiosk"), str(archive)], ["sizes", str(out / "kiosk")]]
    assert capsys.readouterr().out == f"{out / 'kiosk'} (2 MB)\n{archive} (1 MB)\n"
    assert tools.ran


def test_an_archive_that_could_not_be_made_is_exit_1(
    dev: ModuleType,
    tools: Tools,
    content: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(dev, "packaging", lambda *_args: 1)
    assert dev.main(["build", "--archive"]) == 1
    assert "kiosk-1.2.3-" in capsys.readouterr().err
    assert tools.ran


def test_a_failing_build_is_one_line_and_exit_1(
    dev: ModuleType, tools: Tools, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tools.fails = {"PyInstaller": "312 ERROR: objdump is not there"}
    assert dev.main(["build"]) == 1
    said = capsys.readouterr()
    assert f"PyInstaller failed: 312 ERROR: objdump is not there; all it said: {dev.LOG}" in said.err
    assert said.out == ""


@pytest.mark.parametrize("typed", [["--out"], ["dist"], ["--out", "a", "b"], ["--archives"]])
def test_build_knows_three_options(
    dev: ModuleType, tools: Tools, typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["build", *typed]) == 1
    assert "--out DIR" in capsys.readouterr().err
    assert tools.count("PyInstaller") == 0


def test_a_folder_that_is_no_bundle_is_left_alone(
    dev: ModuleType, tools: Tools, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = dev.ROOT / "kiosk" / "mine.txt"
    mine.parent.mkdir()
    mine.touch()
    assert dev.main(["build", "--out", str(dev.ROOT)]) == 1
    assert f"{mine.parent} is no bundle" in capsys.readouterr().err
    assert mine.exists()
    assert tools.count("PyInstaller") == 0


# --- commands ---


@pytest.mark.parametrize(
    ("typed", "handed"),
    [
        (["run"], ["kiosk", "run"]),
        (["run", "--windowed", "800x600"], ["kiosk", "run", "--windowed", "800x600"]),
        (["kiosk", "check", "--help"], ["kiosk", "check", "--help"]),
        (["soak", "--minutes", "30"], ["tests.soak", "--minutes", "30"]),
    ],
)
def test_a_program_gets_its_arguments_and_its_code_is_passed_on(
    dev: ModuleType, tools: Tools, started: list[list[str]], typed: list[str], handed: list[str]
) -> None:
    assert dev.main(typed) == 3
    assert started == [handed]
    assert tools.ran


def test_the_first_tool_that_fails_ends_the_test(
    dev: ModuleType, tools: Tools, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[Sequence[str]] = []

    def call(command: Sequence[str], **_options: object) -> int:
        ran.append(command[2:])
        return 2 if "mypy" in command else 0

    monkeypatch.setattr(dev.subprocess, "call", call)
    assert dev.main(["test"]) == 2
    assert ran == [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]]
    assert started == []
    assert tools.ran


def test_pytest_runs_last_with_what_was_typed(
    dev: ModuleType, tools: Tools, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.subprocess, "call", lambda *_args, **_options: 0)
    assert dev.main(["test", "-k", "lock"]) == 3
    assert started[0][0] == "pytest"
    assert started[0][-2:] == ["-k", "lock"]
    assert tools.ran


@pytest.mark.parametrize("typed", [["-n0"], ["-n", "1"], ["--numprocesses=3"], ["--pdb"], ["-p", "no:xdist"]])
def test_one_who_says_how_many_workers_is_obeyed(dev: ModuleType, typed: list[str]) -> None:
    assert dev.pytest_args(typed) == ["-m", "not long", *typed]


def test_long_tests_run_only_when_asked_for(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.os, "cpu_count", lambda: 2)
    workers = ["-n", "2"]
    assert dev.pytest_args([]) == ["-m", "not long", *workers]
    assert dev.pytest_args(["tests", "--long"]) == [*workers, "tests"]


def test_help_and_a_wrong_command(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["--help"]) == 0
    assert "python3 dev.py run" in capsys.readouterr().out
    for typed in ([], ["rum"]):
        assert dev.main(typed) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert "run, test, build, bench, guide, soak, messages, kiosk, lock" in line


def test_help_sets_nothing_up_and_writes_nothing(tmp_path: Path) -> None:
    done = python(tmp_path, str(DEV_PY), "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows waits for the program instead of becoming it")
def test_the_program_takes_the_place_of_dev_py(tmp_path: Path) -> None:
    (tmp_path / "kiosk.py").write_text(
        "import os, sys; print(os.getpid(), sys.argv[1:]); sys.exit(7)", encoding="utf-8"
    )
    code = (
        "import importlib.util, pathlib, os, sys\n"
        f"spec = importlib.util.spec_from_file_location('dev', {str(DEV_PY)!r})\n"
        "dev = importlib.util.module_from_spec(spec); spec.loader.exec_module(dev)\n"
        f"dev.ROOT = pathlib.Path({str(tmp_path)!r}); dev.set_up = lambda level: None\n"
        "dev.venv_python = lambda: pathlib.Path(sys.executable)\n"
        "print(os.getpid(), flush=True); sys.exit(dev.main(['run', '--lang', 'de']))\n"
    )
    done = python(tmp_path, "-c", code)
    before, after = done.stdout.splitlines()
    assert after == f"{before} ['run', '--lang', 'de']"
    assert done.returncode == 7
