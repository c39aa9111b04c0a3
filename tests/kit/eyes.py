"""Pictures as other eyes see them: without colour, or with one kind of cone missing (Machado and others, 2009)."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

Eye = Literal["normal", "grey", "protan", "deutan", "tritan"]
EYES: tuple[Eye, ...] = ("normal", "grey", "protan", "deutan", "tritan")
Pixels = NDArray[np.float64]

_MATRICES: dict[Eye, Pixels] = {
    "normal": np.eye(3),
    "grey": np.array([[0.2126, 0.7152, 0.0722]] * 3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
"""On linear light, at full severity."""
_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])


def pixels(image: QImage) -> Pixels:
    """Rows of columns of red, green, blue, each 0 to 1."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine() // 4, 4)
    return flat[:, : plain.width(), 2::-1] / 255.0


def seen_by(eye: Eye, image: QImage) -> QImage:
    """The same picture, as large as it was."""
    values = np.rint(_as_seen(eye, pixels(image)) * 255).astype(np.uint8)
    height, width, _ = values.shape
    made = QImage(np.ascontiguousarray(values).data, width, height, width * 3, QImage.Format.Format_RGB888).copy()
    made.setDevicePixelRatio(image.devicePixelRatio())
    return made


def _as_seen(eye: Eye, colours: Pixels) -> Pixels:
    light = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    light = np.clip(light @ _MATRICES[eye].T, 0, 1)
    return np.asarray(np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055))


def differing(one: QImage, other: QImage, eye: Eye, by: float = 0.2) -> float:
    """How much of two pictures of one size looks different: the part of pixels that differ by more than `by`."""
    first, second = (_as_seen(eye, pixels(image)) for image in (one, other))
    return float((np.abs(first - second).max(axis=2) > by).mean())


# distance of colours


def _lab(eye: Eye, colour: QColor) -> tuple[float, float, float]:
    seen = _as_seen(eye, np.array([colour.redF(), colour.greenF(), colour.blueF()]))
    light = np.where(seen <= 0.04045, seen / 12.92, ((seen + 0.055) / 1.055) ** 2.4)
    x, y, z = (_cube(value) for value in (_XYZ @ light) / _WHITE)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube(value: float) -> float:
    return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def distance(eye: Eye, one: QColor, other: QColor) -> float:
    """CIEDE2000 between two colours as an eye sees them."""
    (l1, a1, b1), (l2, a2, b2) = _lab(eye, one), _lab(eye, other)
    grey = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = (1 - math.sqrt(grey**7 / (grey**7 + 25**7))) / 2
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for b, a in ((b1, a1), (b2, a2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    big_h = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn) / 2)
    middle_l, middle_c = (l1 + l2) / 2, (c1 + c2) / 2
    middle_h = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    t = 1 - sum(
        part * math.cos(math.radians(times * middle_h + shift))
        for part, times, shift in ((0.17, 1, -30), (-0.24, 2, 0), (-0.32, 3, 6), (0.20, 4, -63))
    )
    s_l = 1 + 0.015 * (middle_l - 50) ** 2 / math.sqrt(20 + (middle_l - 50) ** 2)
    s_c, s_h = 1 + 0.045 * middle_c, 1 + 0.015 * middle_c * t
    bend = 60 * math.exp(-(((middle_h - 275) / 25) ** 2))
    twist = -2 * math.sqrt(middle_c**7 / (middle_c**7 + 25**7)) * math.sin(math.radians(bend))
    dl, dc, dh = (l2 - l1) / s_l, (c2 - c1) / s_c, big_h / s_h
    return math.sqrt(dl**2 + dc**2 + dh**2 + twist * dc * dh)
