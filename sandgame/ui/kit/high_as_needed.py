"""How a layout treats a widget whose words break: it is as high as they need at the width that it is given."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget


def high_as_needed(widget: QWidget, *, grows: bool = True) -> None:
    """`grows`: it takes more than its words need across, where there is more."""
    across = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Preferred
    policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
