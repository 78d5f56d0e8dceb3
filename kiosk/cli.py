"""The commands. Qt is imported only by those that draw."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk import __version__

NOT_A_FOLDER = 2
CHECK_MY_CONTENT = "Check my content"
"""Called by this name, through a link that the bundle has, the program does nothing else."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return the exit code that product.md gives it."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if Path(sys.argv[0]).stem == CHECK_MY_CONTENT and arguments is None:
        given[:0] = ["check", "--show"]
    if not given or (
        given[0].startswith("-") and given[0] not in {"-h", "--help", "--version", "--self-test"}
    ):
        given.insert(0, "run")
    match given:  # what the kiosk and its build call themselves; no list of commands names them
        case ["import", order]:
            return _import(order)
        case ["builtin"]:
            return _builtin()
        case ["speak"]:
            return _speak()
        case ["--self-test", *folder]:
            return _self_test(folder)
        case ["print"]:
            return _print()
        case _:
            pass
    options = _parser().parse_args(given)
    code: int = options.command(options)
    return code


def _version() -> str:
    """Version and, in a bundle, the commit that it was built from."""
    file = Path(__file__).parents[1] / "assets" / "commit.txt"
    commit = file.read_text(encoding="ascii").strip() if file.is_file() else ""
    return f"kiosk {__version__}" + (f" ({commit})" if commit else "")


class _Form(argparse.HelpFormatter):
    """Without a width argparse asks the terminal for it at each option, and loads shutil to do so."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=100)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk", description="A patient education kiosk for clinic lobbies.", formatter_class=_Form
    )
    parser.add_argument("--version", action="version", version=_version())
    parser.add_argument("--self-test", action="store_true", help="test that all parts are here and work")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", prog="kiosk")
    for name, add, help_text in (
        ("run", _add_run, "show the kiosk, full screen (also without a command)"),
        ("check", _add_check, "list every problem in a content folder"),
        ("render", _add_render, "draw every screen as a picture, without a display too"),
        ("new-topic", _add_new_topic, "make a topic to write over: a folder with a slide of each kind"),
        ("handout", _add_handout, "a topic as a leaflet, for print"),
        ("pin", _add_pin, "set the staff PIN"),
        ("doctor", _add_doctor, "what this machine has and lacks"),
        ("insights", _add_insights, "what was counted, where counting is on"),
    ):
        add(commands.add_parser(name, help=help_text, formatter_class=_Form))
    return parser


def _add_places(command: argparse.ArgumentParser) -> None:
    command.add_argument("--content", type=Path, metavar="DIR", help="the content folder")
    command.add_argument("--settings", type=Path, metavar="FILE", help="machine.toml")
    command.add_argument(
        "--data", type=Path, metavar="DIR", help="where the kiosk keeps its own copy of the content"
    )


def _add_run(run: argparse.ArgumentParser) -> None:
    _add_places(run)
    run.add_argument("--windowed", type=_size, metavar="WxH", help="in a window of this size")
    run.add_argument("--lang", metavar="TAG", help="the first language, instead of the clinic's")
    run.add_argument("--staff", action="store_true", help="begin at the staff desk, without a PIN")
    run.set_defaults(command=_run)


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("folder", type=Path, nargs="?", metavar="DIR")
    check.add_argument("--json", action="store_true", help="for programs")
    check.add_argument("--strict", action="store_true", help="warnings count as problems")
    check.add_argument(
        "--show", action="store_true", help="open the result as a text, as a double click does"
    )
    check.set_defaults(command=_check)


def _add_render(render: argparse.ArgumentParser) -> None:
    render.add_argument("folder", type=Path, nargs="?", metavar="DIR")
    render.add_argument("--out", type=Path, required=True, metavar="OUT", help="the folder for the pictures")
    render.add_argument("--size", type=_size, default=(1920, 1080), metavar="WxH")
    render.add_argument("--lang", metavar="TAG")
    render.add_argument("--theme", choices=("light", "contrast"), default="light")
    render.add_argument("--text", type=int, choices=(100, 150, 200), default=100)
    render.set_defaults(command=_render)


def _add_new_topic(topic: argparse.ArgumentParser) -> None:
    topic.add_argument("name", metavar="NAME", help='what it is about, such as "Neck pain"')
    topic.add_argument("folder", type=Path, nargs="?", metavar="DIR", help="the content folder")
    topic.set_defaults(command=_new_topic)


def _add_handout(handout: argparse.ArgumentParser) -> None:
    handout.add_argument("folder", type=Path, nargs="?", metavar="DIR")
    handout.add_argument("--topic", required=True, metavar="NAME", help="the topic's folder, by its name")
    handout.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    handout.add_argument("--lang", metavar="TAG", help="the language, instead of the clinic's first")
    handout.add_argument("--large-print", action="store_true", help="every slide, in 18 points or more")
    handout.add_argument("--paper", choices=("A4", "Letter"), default="A4")
    handout.set_defaults(command=_handout)


def _add_pin(pin: argparse.ArgumentParser) -> None:
    pin.add_argument("--settings", type=Path, metavar="FILE", help="machine.toml")
    pin.set_defaults(command=_pin)


def _add_doctor(doctor: argparse.ArgumentParser) -> None:
    _add_places(doctor)
    doctor.set_defaults(command=_doctor)


def _add_insights(insights: argparse.ArgumentParser) -> None:
    insights.add_argument("--csv", action="store_true", required=True, help="for a table program")
    insights.add_argument("--data", type=Path, metavar="DIR", help="the kiosk's own folder")
    insights.set_defaults(command=_insights)


def _run(options: argparse.Namespace) -> int:
    from kiosk.ops.start import run  # noqa: PLC0415 - Qt only for what draws

    return run(options)


def _check(options: argparse.Namespace) -> int:
    # Here, not above: `run` starts without them.
    from kiosk.core.content.folder import NotAContentFolder, read_content  # noqa: PLC0415
    from kiosk.core.content.report import as_json, as_text, exit_code  # noqa: PLC0415
    from kiosk.ops.clocks import clinic_day  # noqa: PLC0415
    from kiosk.ops.places import content_folder  # noqa: PLC0415

    folder = options.folder or content_folder()
    try:
        reading = read_content(folder, today=clinic_day())
    except NotAContentFolder as reason:
        if options.show:
            _is_shown(f"{reason}\n")
        sys.stderr.write(f"{reason}\n")
        return NOT_A_FOLDER
    text = as_json(reading) if options.json else as_text(reading)
    if not (options.show and _is_shown(f"{folder.absolute()}\n\n{text}")):
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
    return exit_code(reading.problems, strict=options.strict)


def _is_shown(text: str) -> bool:
    from kiosk.ops.places import data_folder  # noqa: PLC0415 - as above
    from kiosk.ops.show_check import show_text  # noqa: PLC0415

    return show_text(text, data_folder())


def _import(order: str) -> int:
    from kiosk.ops.importer import run_import  # noqa: PLC0415 - as above

    return run_import(order)


def _builtin() -> int:
    from kiosk.ops.builtin import make_builtin  # noqa: PLC0415 - as above

    return make_builtin()


def _speak() -> int:
    from kiosk.ops.speaker import speak  # noqa: PLC0415 - as above

    return speak()


def _self_test(arguments: list[str]) -> int:
    from kiosk.ops.self_test import self_test  # noqa: PLC0415 - tries what no start needs

    match arguments:
        case []:
            return self_test()
        case ["--data", folder]:
            return self_test(Path(folder))
        case _:
            sys.stderr.write("kiosk: --self-test knows --data DIR and nothing else.\n")
            return NOT_A_FOLDER


def _print() -> int:
    from kiosk.ops.print_job import print_job  # noqa: PLC0415 - as above

    return print_job()


def _render(options: argparse.Namespace) -> int:
    from kiosk.ops.render import render  # noqa: PLC0415 - Qt only for what draws

    return render(options)


def _new_topic(options: argparse.Namespace) -> int:
    from kiosk.ops.new_topic import new_topic  # noqa: PLC0415 - as above

    return new_topic(options)


def _handout(options: argparse.Namespace) -> int:
    from kiosk.ops.handout import handout  # noqa: PLC0415 - Qt only for what draws

    return handout(options)


def _pin(options: argparse.Namespace) -> int:
    from kiosk.ops.set_pin import set_pin  # noqa: PLC0415 - needs a hash that no start needs

    return set_pin(options)


def _doctor(options: argparse.Namespace) -> int:
    from kiosk.ops.doctor import doctor  # noqa: PLC0415 - looks at what no start needs

    return doctor(options)


def _insights(options: argparse.Namespace) -> int:
    from kiosk.ops.show_insights import show_insights  # noqa: PLC0415 - as above

    return show_insights(options.data)


def _size(text: str) -> tuple[int, int]:
    """`1920x1080` as pixels. Raises ArgumentTypeError."""
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text} is no size such as 1920x1080")
    found = int(width), int(height)
    if not all(240 <= side <= 16384 for side in found):
        raise argparse.ArgumentTypeError(f"{text}: each side from 240 to 16384 pixels")
    return found
