"""Set up this checkout and work with it: run | test | build | bench | soak | guide | messages | lock | kiosk.

Standard library only. Set-up makes .venv from assets/requirements.lock and, on Debian and Ubuntu, installs the
system libraries that Qt needs with apt. It does only what is missing or changed, and repairs itself after an
interruption: .venv/dev-stamp.json goes before anything is changed and comes back last. It never names a
package index: pip and apt use those of this machine. Progress goes to stderr, all that the tools say to
build/dev.log.
"""

import contextlib
import hashlib
import importlib.util
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO


def version_problem(version: "tuple[int, ...]") -> str:
    if (3, 11) <= version <= (3, 13):
        return ""
    return "dev.py: needs Python 3.11, 3.12 or 3.13; this is Python {}.{}".format(*version)


if version_problem(sys.version_info[:2]):  # before anything that an older Python cannot read
    sys.exit(version_problem(sys.version_info[:2]))

USAGE = """\
python3 dev.py run [ARGS]            set up what is missing, then start the kiosk with ARGS
python3 dev.py test [--long] [ARGS]  set up, then ruff, mypy and pytest with ARGS; --long adds the long tests
python3 dev.py build [--out DIR] [--archive] [--sizes]
                                     set up, then make the bundle DIR/kiosk anew; DIR is dist unless named;
                                     --archive packs it as well, --sizes tells what each part of it costs
python3 dev.py bench                 set up, then measure the kiosk beside a bare window; minutes, Linux only
python3 dev.py guide                 set up, then draw the pictures of docs/staff.md anew
python3 dev.py soak [--minutes N] [--seed N]
                                     set up, then let a kiosk live a hundred times as fast and see whether anything
                                     grows; 10 minutes unless told, Linux only; figures and log in build/soak
python3 dev.py messages              set up, then bring the catalogues of assets/locale up to the words in the code
python3 dev.py lock                  write assets/requirements.lock anew from the pins in pyproject.toml
python3 dev.py kiosk ARGS            any other command of the kiosk: python3 dev.py kiosk check content

Needs Python 3.11 to 3.13. On Debian and Ubuntu missing system packages are installed with apt, as root or
where sudo asks for no password; otherwise the command to run is named."""

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "dev-stamp.json"
LOCK = ROOT / "assets" / "requirements.lock"
LOG = ROOT / "build" / "dev.log"
REPORT = "CONTENT-REPORT.txt"
NOT_FOR_CLINICS = ("architecture.md", "packaging.md")  # of docs/, for developers
AS_PDF = ("staff.md", "images")  # of docs/, for staff
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
WAY_ON = "check the network and its settings, then try again; all it said"
MOST_WORKERS = 8  # each worker of pytest holds a Qt of its own
NEEDS = {
    "run": "run",
    "test": "test",
    "build": "build",
    "bench": "test",
    "guide": "run",
    "soak": "test",
    "messages": "test",
    "kiosk": "run",
}  # which level
LEVELS = {
    "run": ("run",),
    "build": ("run", "build"),
    "test": ("run", "build", "test"),
}  # sections of the lock

# What Debian and Ubuntu call it, and the library or program that proves it is here. What these packages
# depend on comes with them.
RUN_PACKAGES = (
    ("libbrotli1", "libbrotlidec.so.1"),
    ("libdbus-1-3", "libdbus-1.so.3"),
    ("libegl1", "libEGL.so.1"),
    ("libfontconfig1", "libfontconfig.so.1"),
    ("libgl1", "libGL.so.1"),
    ("libglib2.0-0", "libglib-2.0.so.0"),
    ("libgssapi-krb5-2", "libgssapi_krb5.so.2"),
    ("libpulse0", "libpulse.so.0"),
    ("libspeechd2", "libspeechd.so.2"),
    ("libwayland-client0", "libwayland-client.so.0"),
    ("libwayland-cursor0", "libwayland-cursor.so.0"),
    ("libwayland-egl1", "libwayland-egl.so.1"),
    ("libx11-xcb1", "libX11-xcb.so.1"),
    ("libxcb-cursor0", "libxcb-cursor.so.0"),
    ("libxcb-glx0", "libxcb-glx.so.0"),
    ("libxcb-icccm4", "libxcb-icccm.so.4"),
    ("libxcb-image0", "libxcb-image.so.0"),
    ("libxcb-keysyms1", "libxcb-keysyms.so.1"),
    ("libxcb-randr0", "libxcb-randr.so.0"),
    ("libxcb-render-util0", "libxcb-render-util.so.0"),
    ("libxcb-shape0", "libxcb-shape.so.0"),
    ("libxcb-shm0", "libxcb-shm.so.0"),
    ("libxcb-sync1", "libxcb-sync.so.1"),
    ("libxcb-xfixes0", "libxcb-xfixes.so.0"),
    ("libxcb-xkb1", "libxcb-xkb.so.1"),
    ("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    # For Listen; with libspeechd2 42 MB on the disk. Without them the kiosk runs, and Listen is absent.
    ("speech-dispatcher", "speech-dispatcher"),
    ("speech-dispatcher-espeak-ng", "libespeak-ng.so.1"),
)
PYTHON_LIBRARY = (f"libpython{PYTHON}", f"libpython{PYTHON}.so.1.0")  # apart from Debian's own Python
BUILD_PACKAGES = (("binutils", "objdump"), *([PYTHON_LIBRARY] if sys.base_prefix == "/usr" else []))
TEST_PACKAGES = (
    ("at-spi2-core", "libatspi.so.0"),
    ("cups-client", "lp"),
    ("cups-daemon", "/usr/sbin/cupsd"),
    ("dbus-daemon", "dbus-run-session"),
    ("libxss1", "libXss.so.1"),
    ("openbox", "openbox"),
    ("poppler-utils", "pdftotext"),
    ("strace", "strace"),
    ("systemd", "systemd-analyze"),
    ("tesseract-ocr", "tesseract"),
    ("tigervnc-standalone-server", "Xtigervnc"),
    ("x11-xserver-utils", "xrandr"),
    ("xdotool", "xdotool"),
    ("xvfb", "Xvfb"),
    ("xz-utils", "xz"),
    ("zbar-tools", "zbarimg"),
)
T64_PACKAGES = {"libglib2.0-0", "libpython3.12"}  # carry "t64" from Debian 13 and Ubuntu 24.04 on
CODENAMES_BEFORE_T64 = {"bookworm", "jammy"}  # older ones have too old a glibc for Qt


class SetupError(Exception):
    """One line that says what is wrong and what to do."""


def say(text: str) -> None:
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


# --- what is wanted ---


def pins(level: str) -> list[str]:
    """Name what pip installs for `run`, for `build`, which is more, or for `test`, which is most; with hashes."""
    parts = re.split(r"^# \[(\w+)\]\n", LOCK.read_text(encoding="utf-8"), flags=re.MULTILINE)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    lines = "".join(sections[name] for name in LEVELS[level]).replace("\\\n", "").splitlines()
    return [" ".join(line.split()) for line in lines if line.strip()]


def packages(level: str) -> tuple[tuple[str, str], ...]:
    return RUN_PACKAGES + BUILD_PACKAGES * (level != "run") + TEST_PACKAGES * (level == "test")


def stamp(level: str) -> str:
    """Sum up everything that makes a set-up out of date when it changes."""
    parts = [sys.platform, PYTHON, pins(level), packages(level)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


# --- what is there ---


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def site_packages() -> Path:
    places = {"base": str(VENV), "platbase": str(VENV)}
    return Path(sysconfig.get_path("purelib", "venv", places))


def plain_name(name: str) -> str:
    return re.sub(r"[-_.]+", "_", name).lower()


def stamps() -> dict[str, str]:
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def venv_is_sound(level: str) -> bool:
    """Tell whether .venv was set up to the end for this Python, and still holds what `level` asked for."""
    try:
        made_by = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
        names = {plain_name(entry.name.split("-")[0]) for entry in site_packages().iterdir()}
    except OSError:
        return False
    known = stamps()
    if not known or f"version = {PYTHON}." not in made_by or not venv_python().exists():
        return False
    asked = {plain_name(re.split(r"[^\w.-]", pin)[0]) for pin in pins(level) if ";" not in pin}
    return known.get(level) != stamp(level) or asked <= names


def missing(level: str) -> list[tuple[str, str]]:
    """List the packages whose library or program is not here; none where no list of libraries is kept."""
    try:
        libraries = Path("/etc/ld.so.cache").read_bytes()
    except OSError:
        return []
    return [
        (package, proof)
        for package, proof in packages(level)
        if not (proof.encode() + b"\0" in libraries if ".so." in proof else shutil.which(proof))
    ]


def is_ready(level: str) -> bool:
    return (
        venv_is_sound(level)
        and stamps().get(level) == stamp(level)
        and not (shutil.which("apt-get") and missing(level))
    )


# --- set-up ---


def set_up(level: str) -> None:
    if is_ready(level):
        return
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that pip ends with us
    with locked():
        if is_ready(level):  # another dev.py has done it
            return
        new_venv = not venv_is_sound(level)
        install_packages(level, with_venv=new_venv)
        if new_venv:
            make_venv()
        if stamps().get(level) != stamp(level):
            install_pins(level)


if sys.platform == "win32":
    import msvcrt

    def take(lock: BinaryIO, *, wait: bool) -> bool:
        try:
            mode = msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK  # waits 10 s at most
            msvcrt.locking(lock.fileno(), mode, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def take(lock: BinaryIO, *, wait: bool) -> bool:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True


@contextlib.contextmanager
def locked() -> Iterator[None]:
    """Let one set-up or build of this checkout run at a time; the system frees the lock however that one ends."""
    LOG.parent.mkdir(exist_ok=True)
    with LOG.with_name("dev.lock").open("ab") as file:
        if not take(file, wait=False):
            say("waiting for another dev.py that is setting up or building")
            while not take(file, wait=True):
                pass
        LOG.write_bytes(b"")
        yield


def logged(command: Sequence[str]) -> str:
    """Run a tool with its output in the log; give "" when it worked, otherwise the line that says why not."""
    with LOG.open("ab") as log:
        log.write(f"$ {' '.join(command)}\n".encode())
        log.flush()
        start = log.tell()
        code = subprocess.call(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=ROOT)
    if code == 0:
        return ""
    lines = LOG.read_bytes()[start:].decode(errors="replace").split("\n")
    errors = (line.strip()[:300] for line in lines if re.match(r"(\d+ )?(E|ERROR): ", line))
    return next(errors, f"exit code {code}")


def package_name(name: str, release: str) -> str:
    """Give the package's name on the distribution that this /etc/os-release describes."""
    codenames = set(re.findall(r'^(?:\w+_)?CODENAME="?(\w+)', release, re.MULTILINE))
    return name if name not in T64_PACKAGES or codenames & CODENAMES_BEFORE_T64 else name + "t64"


def install_packages(level: str, *, with_venv: bool) -> None:
    lacking = missing(level)
    needs_venv = with_venv and importlib.util.find_spec("ensurepip") is None
    if not shutil.which("apt-get"):
        if needs_venv:
            raise SetupError(
                f"{sys.executable} cannot make a .venv: install the venv package of Python {PYTHON}"
            )
        if lacking:
            say(f"Qt or the tests may need what this system lacks: {' '.join(proof for _, proof in lacking)}")
        return
    release = Path("/etc/os-release").read_text(encoding="utf-8")
    names = [f"python{PYTHON}-venv"] if needs_venv else []
    names += [package_name(package, release) for package, _ in lacking]
    if names:
        apt_install(names)


def apt_install(names: list[str]) -> None:
    install = ["apt-get", "install", "-y", "--no-install-recommends", *names]
    as_root = root_prefix()
    if as_root is None:
        sudo = "sudo " if shutil.which("sudo") else ""
        who = "run this" if sudo else "as root run this"
        raise SetupError(f"{who}, then try again: {sudo}apt-get update; {sudo}{' '.join(install)}")
    say(f"installing {len(names)} system packages with apt")
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive"]
    install[1:1] = ["-q", "-o", "DPkg::Lock::Timeout=300"]
    if logged([*apt, *install]):  # no lists of packages, or old ones
        logged([*apt, "apt-get", "update", "-q"])
        why = logged([*apt, *install])
        if why:
            raise SetupError(f"apt failed: {why}; {WAY_ON}: {LOG}")


def root_prefix() -> list[str] | None:
    """Give what to put before a command to run it as root, or None where that needs somebody's password."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and not logged(["sudo", "-n", "true"]) else None


def make_venv() -> None:
    say(f"making .venv with Python {PYTHON}")
    if VENV.exists():
        shutil.rmtree(VENV)
    python = getattr(sys, "_base_executable", "") or sys.executable  # not the one in the .venv just removed
    why = logged([python, "-m", "venv", str(VENV)])
    if why:
        raise SetupError(f"making .venv failed: {why}; all it said: {LOG}")
    # Makes `import kiosk` work from any folder; relative, so that the checkout can be moved.
    path = os.path.relpath(ROOT, site_packages())
    (site_packages() / "kiosk-checkout.pth").write_text(path + "\n", encoding="utf-8")


def install_pins(level: str) -> None:
    say("installing Python packages with pip (PySide6 is large: this may take minutes)")
    done = stamps()
    STAMP.unlink(missing_ok=True)
    options = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    wanted = LOG.with_name("requirements.txt")
    wanted.write_text("\n".join(pins(level)), encoding="utf-8")
    options += ["--require-hashes", "--no-deps", "-r", str(wanted)]  # the lock has what they need
    why = logged([str(venv_python()), "-m", "pip", "install", *options])
    if why:
        raise SetupError(f"pip failed: {why}; {WAY_ON}: {LOG}")
    done |= {name: stamp(name) for name in LEVELS if set(LEVELS[name]) <= set(LEVELS[level])}
    unfinished = STAMP.with_suffix(".new")
    unfinished.write_text(json.dumps(done), encoding="utf-8")
    unfinished.replace(STAMP)


# --- what the program carries with it ---


def builtin_stamp() -> str:
    """Sum up what the built-in topic is made from."""
    reader = (ROOT / "kiosk" / "core" / "content").glob("*.py")
    content = (file for file in (ROOT / "content").rglob("*") if file.is_file() and file.name != REPORT)
    states = [(str(file.relative_to(ROOT)), file.stat()) for file in (*reader, *content)]
    parts = sorted((name, state.st_size, state.st_mtime_ns) for name, state in states)
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def make_builtin() -> None:
    """Make assets/builtin, a checked copy of content/, where it is missing or older than what it is made from."""
    stamp_file = ROOT / "assets" / "builtin" / "stamp.txt"
    wanted = builtin_stamp()
    if stamp_file.is_file() and stamp_file.read_text(encoding="utf-8") == wanted:
        return
    with locked():
        why = logged([str(venv_python()), "-m", "kiosk", "builtin"])
    if why:
        say(f"no built-in topic could be made of content/: {why}; all it said: {LOG}")
    else:
        stamp_file.parent.mkdir(parents=True, exist_ok=True)
        stamp_file.write_text(wanted, encoding="utf-8")


def compile_messages() -> None:
    """Make what the program reads of each catalogue of words, where it is missing or older than that."""
    catalogues = (ROOT / "assets" / "locale").glob("*/LC_MESSAGES/*.po")
    made = ((file, file.with_suffix(".mo")) for file in catalogues)
    if all(new.is_file() and new.stat().st_mtime_ns >= file.stat().st_mtime_ns for file, new in made):
        return
    with locked():
        why = logged([str(venv_python()), "-m", "assets.locale.catalogues", "compile"])
    if why:
        say(f"the kiosk speaks English alone: {why}; all it said: {LOG}")


# --- commands ---


def hand_over(module: str, args: Sequence[str]) -> int:  # noqa: RET503 - execv never comes back
    """Become `python -m module` (Windows: wait for it): signals, output and exit code are its own."""
    os.chdir(ROOT)
    command = [str(venv_python()), "-m", module, *args]
    if sys.platform == "win32":
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program
        return subprocess.call(command)
    os.execv(command[0], command)  # noqa: S606 - no shell is wanted


def pytest_args(args: Sequence[str]) -> list[str]:
    chosen = [arg for arg in args if arg != "--long"]
    start = [] if "--long" in args else ["-m", "not long"]
    serial = any(
        arg.startswith(("-n", "--numprocesses", "--pdb", "--trace")) or "no:xdist" in arg for arg in chosen
    )
    if not serial:
        workers = min(os.cpu_count() or 1, MOST_WORKERS)
        start += ["-n", str(workers)]
    return start + chosen


def test(args: Sequence[str]) -> int:
    for tool in (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]):
        code = subprocess.call([str(venv_python()), "-m", *tool], cwd=ROOT)
        if code:
            return code if code > 0 else 128 - code
    return hand_over("pytest", pytest_args(args))


def build_options(args: Sequence[str]) -> tuple[Path, set[str]]:
    """Read where to build to, and what else to do."""
    out, rest = ROOT / "dist", list(args)
    if "--out" in rest[:-1]:
        place = rest.index("--out")
        out = Path(rest[place + 1])
        del rest[place : place + 2]
    if not set(rest) <= {"--archive", "--sizes"}:
        raise SetupError("build knows --out DIR, --archive, --sizes and nothing else")
    return out.resolve(), set(rest)


def build(args: Sequence[str]) -> int:
    out, more = build_options(args)
    bundle = out / "kiosk"
    if bundle.exists() and not ((bundle / "_internal").is_dir() or (bundle / "kiosk.app").is_dir()):
        raise SetupError(f"{bundle} is no bundle and would be removed: move it away, or name another --out")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that PyInstaller ends with us
    with locked():
        say("building the bundle with PyInstaller (less than a minute)")
        os.environ["PYINSTALLER_CONFIG_DIR"] = str(LOG.parent)  # its cache
        options = ["--noconfirm", "--clean", "--workpath", str(LOG.parent), "--distpath", str(out)]
        why = logged([str(venv_python()), "-m", "PyInstaller", *options, str(ROOT / "build_spec.spec")])
        if why:
            raise SetupError(f"PyInstaller failed: {why}; all it said: {LOG}")
        shutil.copytree(ROOT / "content", bundle / "content", ignore=shutil.ignore_patterns(REPORT))
        left_out = shutil.ignore_patterns(*NOT_FOR_CLINICS, *AS_PDF)
        shutil.copytree(ROOT / "docs", bundle / "docs", ignore=left_out)
        why = logged([str(venv_python()), "-m", "assets.guide", "pdf", str(bundle / "docs" / "staff.pdf")])
        if why:
            raise SetupError(f"the guide for staff could not be set: {why}; all it said: {LOG}")
        shutil.copy(ROOT / "LICENSE", bundle)
    size = sum(file.lstat().st_size for file in bundle.rglob("*") if file.is_file() and not file.is_symlink())
    print(f"{bundle} ({size / 1e6:.0f} MB)")
    if "--archive" in more:
        pack(bundle)
    return packaging("sizes", str(bundle)) if "--sizes" in more else 0


def pack(bundle: Path) -> None:
    say("packing it (a minute or two)")
    system = {"darwin": "macos", "win32": "windows"}.get(sys.platform, "linux")
    archive = bundle.parent / f"kiosk-{version()}-{system}.tar.xz"
    if packaging("archive", str(bundle), str(archive)):
        raise SetupError(f"{archive} could not be made")
    print(f"{archive} ({archive.stat().st_size / 1e6:.0f} MB)")


def packaging(name: str, *args: str) -> int:
    return subprocess.call([str(venv_python()), "-m", f"assets.packaging.{name}", *args], cwd=ROOT)


def version() -> str:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found = re.search(r'^version = "(.+)"$', project, re.MULTILINE)
    if not found:
        raise SetupError("pyproject.toml names no version")
    return found[1]


def main(argv: Sequence[str]) -> int:
    command, args = (argv[0], argv[1:]) if argv else ("", [])
    if command in {"-h", "--help", "help"}:
        print(USAGE)
        return 0
    if command not in {*NEEDS, "lock"}:
        say(
            f"{command or 'which command'}? there are: {', '.join([*NEEDS, 'lock'])}; see python3 dev.py --help"
        )
        return 2
    try:
        if command == "lock":  # before any set-up: the lock may be what keeps it from working
            return subprocess.call([sys.executable, "-m", "assets.packaging.lock"], cwd=ROOT)
        set_up(NEEDS[command])
        compile_messages()
        make_builtin()
        if command == "test":
            return test(args)
        if command == "build":
            return build(args)
        if command == "bench":
            return hand_over("tests.benchmarks", args)
        if command == "guide":
            return hand_over("assets.guide", ["pictures"])
        if command == "soak":
            return hand_over("tests.soak", args)
        if command == "messages":
            return hand_over("assets.locale.catalogues", ["extract"])
        return hand_over("kiosk", args if command == "kiosk" else ["run", *args])
    except (SetupError, OSError) as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
