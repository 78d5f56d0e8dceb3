"""One module per picture, each with `draw() -> Svg`. The name of the module is the name of the picture."""

import importlib
import pkgutil


def names() -> list[str]:
    """Every scene there is, as its file is called: better-sleep, ..."""
    return sorted(found.name.replace("_", "-") for found in pkgutil.iter_modules(__path__))


def scene_svg(name: str) -> str:
    module = importlib.import_module(f"{__name__}.{name.replace('-', '_')}")
    text: str = module.draw().text()
    return text
