"""What scanners and cameras make of a printed page: grey, askew, noisy, unevenly lit."""

from dataclasses import dataclass
from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tools.training.chance import Chance

Grey = np.ndarray


@dataclass(frozen=True, slots=True)
class Damage:
    """How badly a page comes out. ``turn`` is degrees; greys are from 0 to 255."""

    dpi: int
    turn: float
    blur: float
    noise: int
    paper: int
    ink: int
    shade: int
    specks: int
    border: int
    quality: int
    threshold: bool


def choose_damage(chance: Chance) -> Damage:
    """Mostly an ordinary office scan, sometimes a bad one or a fax."""
    rough = chance.odds(0.25)
    return Damage(
        dpi=chance.weigh({150: 2, 170: 1, 200: 4, 250: 1, 300: 1.5}),
        turn=chance.real(-3, 3) if rough else chance.real(-1, 1),
        blur=chance.real(0.3, 1.1 if rough else 0.8),
        noise=chance.whole(4, 34 if rough else 20),
        paper=chance.whole(205, 252),
        ink=chance.whole(5, 90 if rough else 60),
        shade=chance.whole(0, 55 if rough else 25),
        specks=chance.whole(0, 120 if rough else 30),
        border=chance.whole(0, 22) if chance.odds(0.25) else 0,
        quality=chance.whole(32, 80),
        threshold=chance.odds(0.06),
    )


def scan(chance: Chance, content: bytes) -> bytes:
    """The pages as grey pictures in a PDF without a text layer."""
    damage = choose_damage(chance)
    noise = np.random.Generator(np.random.PCG64(int(chance.digits(9))))
    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    source = pdfium.PdfDocument(content)
    for page in source:
        grey = page.render(scale=damage.dpi / 72, grayscale=True).to_pil().convert("L")
        picture = _worn(grey, damage, noise)
        _put(canvas, picture, damage, page.get_size())
    source.close()
    canvas.save()
    return target.getvalue()


def photograph(chance: Chance, content: bytes) -> bytes:
    """The first page as a photo on a darker desk, seen a little from the side."""
    damage = choose_damage(chance)
    noise = np.random.Generator(np.random.PCG64(int(chance.digits(9))))
    source = pdfium.PdfDocument(content)
    page = source[0]
    scale = max(1.6, min(3.2, 2200 / page.get_size()[1]))
    grey = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    source.close()
    picture = _worn(_on_desk(chance, grey, noise), damage, noise)
    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    size = (picture.width / scale, picture.height / scale)
    _put(canvas, picture, damage, size)
    canvas.save()
    return target.getvalue()


def _on_desk(chance: Chance, page: Image.Image, noise: np.random.Generator) -> Image.Image:
    width, height = page.size
    edge = chance.whole(30, 160)
    desk = chance.whole(40, 120)
    grain = noise.integers(-6, 7, (height + 2 * edge, width + 2 * edge), dtype=np.int16) + desk
    ground = Image.fromarray(grain.astype(np.uint8), "L")
    slant = chance.real(0, 0.035)
    shape = [
        (chance.real(0, slant) * width, chance.real(0, slant) * height),
        (chance.real(0, slant) * width, height * (1 + chance.real(0, slant))),
        (width * (1 + chance.real(0, slant)), height * (1 + chance.real(0, slant))),
        (width * (1 + chance.real(0, slant)), chance.real(0, slant) * height),
    ]
    corners = tuple(value - slant * side for point in shape for value, side in
                    zip(point, (width, height), strict=True))  # fmt: skip
    seen = page.transform(
        page.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=desk
    )
    ground.paste(seen, (edge, edge))
    return ground


def _worn(page: Image.Image, damage: Damage, noise: np.random.Generator) -> Image.Image:
    soft = page.filter(ImageFilter.GaussianBlur(damage.blur))
    turned = soft.rotate(damage.turn, Image.Resampling.BICUBIC, fillcolor=255)
    grey = np.asarray(turned, dtype=np.int16)
    grey = damage.ink + (grey.astype(np.int32) * (damage.paper - damage.ink) // 255)
    half = max(1, damage.noise // 2)
    for _ in range(2):
        grey = grey + noise.integers(-half, half + 1, grey.shape, dtype=np.int16)
    grey = grey - _shade(grey.shape, damage, noise)
    height, width = grey.shape
    for _ in range(damage.specks):
        row, column = int(noise.integers(2, height - 3)), int(noise.integers(2, width - 3))
        grey[row : row + 2, column : column + 2] -= 100
    if damage.border:
        grey[: damage.border] = grey[:, : damage.border] = 30
    if damage.threshold:
        grey = np.where(grey > (damage.paper + damage.ink) // 2, 255, 0)
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8), "L")


def _shade(shape: tuple[int, ...], damage: Damage, noise: np.random.Generator) -> Grey:
    """Darkness that grows across the page in one direction, in whole greys."""
    height, width = shape
    down = np.arange(height, dtype=np.int32)[:, np.newaxis] * int(noise.integers(0, 3))
    across = np.arange(width, dtype=np.int32)[np.newaxis, :] * int(noise.integers(-2, 3))
    field = down + across
    field -= field.min()
    return field * damage.shade // max(1, int(field.max()))


def _put(canvas: Canvas, picture: Image.Image, damage: Damage, size: tuple[float, float]) -> None:
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=damage.quality)
    buffer.seek(0)
    canvas.setPageSize(size)
    canvas.drawImage(ImageReader(buffer), 0, 0, *size)
    canvas.showPage()
