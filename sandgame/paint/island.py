"""One department on the sand: rings, tile with lip, what stands on it; ghosts, the outer customer, the company."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from sandgame.paint.badge import draw_badge
from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import put_line_at
from sandgame.paint.look import Look
from sandgame.paint.tokens import icon_for, radius, size
from sandgame.present.pictures import CompanyPicture, GhostPicture, HolderPicture, IslandPicture, Sign

RING_REACH = 28.0
_RING_STEPS = (8.0, 16.0, 24.0)
_SIGN_TOKEN: dict[Sign, str] = {
    "steady": "text_secondary",
    "loaded": "caution",
    "stuck": "negative",
    "pleased": "positive",
}
_SIGN_ICON: dict[Sign, str] = {
    "steady": "signSteady",
    "loaded": "signLoaded",
    "stuck": "signStuck",
    "pleased": "signPleased",
}
HOURS_A_ROW = 20
_PLAYED = 20.0


def sign_colour(sign: Sign, look: Look) -> QColor:
    return look.named(_SIGN_TOKEN[sign])


def sign_icon(sign: Sign) -> str:
    return icon_for(_SIGN_ICON[sign])


def partner_size(picture: IslandPicture, look: Look, tall: bool) -> QSizeF:
    """Size of an island's face on a trainee's board; `tall` leaves room for the own island's hours."""
    own = picture.side == "own"
    name_width = look.width(picture.name, "title" if own else "label", 700)
    line_width = look.width(picture.line, "caption")
    if own:
        hours_width = look.width(picture.hours_line, "caption") + 28
        wide = max(172 if tall else 160, name_width + 82, line_width + 76, hours_width)
        return QSizeF(wide, look.scaled(118 if tall else 84))
    wide = max(size("islandMinWidth"), name_width + 70, line_width + 63)
    return QSizeF(wide, look.scaled(size("islandHeight")))


def place_size(picture: IslandPicture, look: Look) -> QSizeF:
    """Size of an island on a board laid out by the scenario."""
    wide = max(142.0, look.width(picture.name, "title", 700) + 76, look.width(picture.line, "caption") + 76)
    return QSizeF(wide, look.scaled(62))


def seat_size(pictures: tuple[IslandPicture, ...], look: Look) -> QSizeF:
    """Size of all islands of the seat choice; without their lines they are as small as their names allow."""
    names = max((look.width(picture.name, "title", 700) for picture in pictures), default=0) + 80
    widest = max((look.width(picture.line, "body") for picture in pictures), default=0)
    if not widest:
        return QSizeF(max(size("islandMinWidth"), names), look.scaled(66))
    return QSizeF(max(214.0, names, widest + 28), look.scaled(92))


def far_size(picture: IslandPicture, look: Look) -> QSizeF:
    """Size of a department that the seat has no dealings with: badge and name."""
    return QSizeF(max(92.0, look.width(picture.name, "label", 700) + 48), look.scaled(40))


def ghost_size(picture: GhostPicture, look: Look) -> QSizeF:
    wide = max(look.width(picture.name, "label", 700), look.width(picture.line, "caption"))
    return QSizeF(max(172.0, wide + 58), look.scaled(53))


def draw_rings(painter: QPainter, face: QRectF, look: Look, ghost: bool = False) -> None:
    """The raked rings around an island."""
    colour = look.colour
    corner = radius("island")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour.sand_mid)
    reach = 18.0 if ghost else RING_REACH
    painter.drawRoundedRect(face.adjusted(-reach, -reach, reach, reach), corner + reach, corner + reach)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour.rake, 1.2))
    for step in _RING_STEPS[: 2 if ghost else 3]:
        painter.drawRoundedRect(face.adjusted(-step, -step, step, step), corner + step, corner + step)


def draw_tile(painter: QPainter, face: QRectF, look: Look, lip: QColor, fill: QColor, border: QPen) -> None:
    """A face with its lip and its hard shadow."""
    corner = radius("island")
    painter.setPen(Qt.PenStyle.NoPen)
    for drop, colour in ((10, look.colour.tile_shadow), (size("islandLip"), lip)):
        painter.setBrush(colour)
        painter.drawRoundedRect(face.translated(0, drop), corner, corner)
    painter.setBrush(fill)
    painter.setPen(border)
    inset = border.widthF() / 2
    painter.drawRoundedRect(face.adjusted(inset, inset, -inset, -inset), corner - inset, corner - inset)


def _tile_of(painter: QPainter, picture: IslandPicture, face: QRectF, look: Look, own: bool) -> None:
    who = look.department(picture.badge.slot)
    if own:
        draw_tile(painter, face, look, who.lip, who.soft, QPen(who.base, 2))
    else:
        draw_tile(painter, face, look, who.lip, look.colour.surface, QPen(look.colour.tile_border, 1))


def draw_partner(painter: QPainter, picture: IslandPicture, face: QRectF, look: Look) -> None:
    """An island of a trainee's board."""
    if picture.side == "external":
        _draw_outer(painter, picture, face, look)
        return
    own = picture.side == "own"
    _tile_of(painter, picture, face, look, own)
    side = 36.0 if own else 30.0
    inset = 14.0 if own else 12.0
    head = look.scaled(62 if own else 58)
    middle = face.top() + (head / 2 if not own else look.scaled(31))
    draw_badge(painter, picture.badge, QRectF(face.left() + inset, middle - side / 2, side, side), look)
    left = face.left() + (57 if own else 51)
    _name_and_line(painter, picture.name, picture.line, left, middle, look, own)
    if own and picture.hours and face.height() > look.scaled(100):
        _draw_own_hours(painter, picture, face, look)
    if picture.played:
        draw_played(painter, picture.played, played_box(face), look)
    if picture.sign is not None:
        draw_sign(painter, picture.sign, sign_box(face), look)


def _name_and_line(
    painter: QPainter, name: str, line: str, left: float, middle: float, look: Look, own: bool = False
) -> None:
    role = "title" if own else "label"
    colour = look.colour
    if not line:
        put_line_at(painter, name, left, middle, look, "title", colour.text, 700)
        return
    put_line_at(painter, name, left, middle - look.scaled(8), look, role, colour.text, 700)
    put_line_at(painter, line, left, middle + look.scaled(10), look, "caption", colour.text_secondary)


def _draw_own_hours(painter: QPainter, picture: IslandPicture, face: QRectF, look: Look) -> None:
    left, top = face.left() + 14, face.top() + look.scaled(63)
    put_line_at(painter, picture.hours_line, left, top, look, "caption", look.colour.text_secondary)
    count = len(picture.hours)
    pitch = (face.width() - 27) / HOURS_A_ROW
    painter.setPen(Qt.PenStyle.NoPen)
    for number in range(count):
        row, column = divmod(number, HOURS_A_ROW)
        painter.setBrush(look.department(picture.hours[number]).base)
        box = QRectF(left + column * pitch, top + look.scaled(13) + row * 12.5, pitch - 1.3, 10)
        painter.drawRoundedRect(box, 1.5, 1.5)


def _draw_outer(painter: QPainter, picture: IslandPicture, face: QRectF, look: Look) -> None:
    """The external customer: a flat tile of ink."""
    colour = look.colour
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour.tile_shadow)
    painter.drawRoundedRect(face.translated(0, 4), 12, 12)
    painter.setBrush(colour.top_bar)
    painter.drawRoundedRect(face, 12, 12)
    middle = face.center().y()
    draw_icon(painter, picture.badge.icon, QRectF(face.left() + 13, middle - 13, 26, 26), colour.phase_active)
    left = face.left() + 51
    put_line_at(painter, picture.name, left, middle - look.scaled(8), look, "label", colour.on_top_bar, 700)
    put_line_at(painter, picture.line, left, middle + look.scaled(10), look, "caption", colour.on_top_bar_secondary)


def draw_place(painter: QPainter, picture: IslandPicture, face: QRectF, look: Look, own: bool) -> None:
    """An island of a board laid out by the scenario (home, gallery, facilitator)."""
    if picture.side == "external":
        _draw_outer(painter, picture, face, look)
        return
    _tile_of(painter, picture, face, look, own)
    middle = face.center().y()
    draw_badge(painter, picture.badge, QRectF(face.left() + 10, middle - 18, 36, 36), look)
    _name_and_line(painter, picture.name, picture.line, face.left() + 56, middle, look)
    if picture.sign is not None:
        draw_sign(painter, picture.sign, sign_box(face), look)
    if picture.played:
        draw_played(painter, picture.played, played_box(face), look)


def draw_seat(painter: QPainter, picture: IslandPicture, face: QRectF, look: Look, own: bool) -> None:
    """An island of the seat choice: name, how much there is to decide, one line, who holds it."""
    colour = look.colour
    _tile_of(painter, picture, face, look, own)
    draw_badge(painter, picture.badge, QRectF(face.left() + 13, face.top() + 13, 40, 40), look)
    put_line_at(painter, picture.name, face.left() + 64, face.top() + look.scaled(25), look, "title", colour.text, 700)
    painter.setPen(Qt.PenStyle.NoPen)
    for number in range(3 if picture.pips is not None else 0):
        painter.setBrush(colour.text_secondary if number < (picture.pips or 0) else colour.surface_sunken)
        painter.drawRoundedRect(QRectF(face.left() + 64 + number * 13, face.top() + look.scaled(40), 10, 5), 2.5, 2.5)
    line_at = face.bottom() - look.scaled(18)
    if not picture.line:
        return
    put_line_at(painter, picture.line, face.left() + 14, line_at, look, "body", colour.text_secondary)


def draw_holder(painter: QPainter, holder: HolderPicture, face: QRectF, look: Look) -> None:
    """The tag on an island's rim that says who sits there; drawn after the focus outline."""
    colour = look.colour
    wide = look.width(holder.text, "caption", 600) + 38
    tag = QRectF(face.right() - 8 - wide, face.top() - 12, wide, 25)
    painter.setBrush(colour.primary if holder.mine else colour.surface)
    painter.setPen(QPen(colour.primary if holder.mine else colour.control_border, 1))
    painter.drawRoundedRect(tag, 12.5, 12.5)
    ink = colour.on_primary if holder.mine else colour.text_secondary
    draw_icon(painter, holder.icon, QRectF(tag.left() + 9, tag.center().y() - 7, 14, 14), ink)
    put_line_at(painter, holder.text, tag.left() + 28, tag.center().y(), look, "caption", ink, 600)


def draw_ghost(painter: QPainter, picture: GhostPicture, face: QRectF, look: Look) -> None:
    """A department without known relations: dashed, its badge pale."""
    colour = look.colour
    pen = QPen(colour.text_tertiary, 1.3)
    pen.setDashPattern([4, 3.5])
    painter.setPen(pen)
    painter.setBrush(colour.sand_mid)
    painter.drawRoundedRect(face, 12, 12)
    middle = face.center().y()
    painter.save()
    painter.setOpacity(0.55)
    draw_badge(painter, picture.badge, QRectF(face.left() + 11, middle - 13, 26, 26), look)
    painter.restore()
    left = face.left() + 44
    if not picture.line:
        put_line_at(painter, picture.name, left, middle, look, "label", colour.text_secondary, 600)
        return
    put_line_at(painter, picture.name, left, middle - look.scaled(8), look, "label", colour.text_secondary, 600)
    put_line_at(painter, picture.line, left, middle + look.scaled(9), look, "caption", colour.text_secondary)


def draw_far_island(painter: QPainter, picture: IslandPicture, face: QRectF, look: Look) -> None:
    """A department known by the service map alone: a low tile."""
    _tile_of(painter, picture, face, look, False)
    middle = face.center().y()
    draw_badge(painter, picture.badge, QRectF(face.left() + 8, middle - 12, 24, 24), look)
    put_line_at(painter, picture.name, face.left() + 38, middle, look, "label", look.colour.text, 700)
    if picture.played:
        draw_played(painter, picture.played, played_box(face), look)
    if picture.sign is not None:
        draw_sign(painter, picture.sign, sign_box(face), look)


def sign_box(face: QRectF) -> QRectF:
    """Where an island's sign stands: on its top right rim."""
    side = size("signFlag")
    return QRectF(face.right() - 4 - side / 2, face.top() + 2 - side / 2, side, side)


def draw_sign(painter: QPainter, sign: Sign, flag: QRectF, look: Look) -> None:
    """A sign shown by a department: a flag, its outline in its status colour."""
    ink = sign_colour(sign, look)
    painter.setBrush(look.colour.surface)
    painter.setPen(QPen(ink, 1.8))
    painter.drawRoundedRect(flag, 8, 8)
    draw_icon(painter, sign_icon(sign), flag.adjusted(5, 5, -5, -5), ink)


def played_box(face: QRectF) -> QRectF:
    """Where the mark of a seat that no person plays stands: on its top left rim."""
    return QRectF(face.left() - 7, face.top() - 7, _PLAYED, _PLAYED)


def draw_played(painter: QPainter, icon: str, disc: QRectF, look: Look) -> None:
    painter.setBrush(look.colour.surface)
    painter.setPen(QPen(look.colour.control_border, 1))
    painter.drawEllipse(disc)
    draw_icon(painter, icon, disc.adjusted(4, 4, -4, -4), look.colour.text_secondary)


def draw_company(painter: QPainter, picture: CompanyPicture, middle: QPointF, look: Look) -> None:
    """The company in the middle of the sand, with rings that fade outwards."""
    colour = look.colour
    box = company_box(picture, middle, look)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for number in range(7):
        grow = 8 + number * 9.0
        rake = QColor(colour.rake)
        rake.setAlphaF(max(0.1, 1 - number * 0.14))
        painter.setPen(QPen(rake, 1.2))
        ring = box.adjusted(-grow * 1.5, -grow, grow * 1.5, grow)
        painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
    pill = QPainterPath()
    pill.addRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.fillPath(pill.translated(0, 4), colour.tile_shadow)
    painter.fillPath(pill, colour.top_bar)
    draw_icon(painter, picture.icon, QRectF(box.left() + 20, middle.y() - 15, 30, 30), colour.phase_active)
    left = box.left() + 62
    put_line_at(painter, picture.name, left, middle.y() - look.scaled(10), look, "title", colour.on_top_bar, 700)
    put_line_at(painter, picture.line, left, middle.y() + look.scaled(12), look, "caption", colour.on_top_bar_secondary)


def company_box(picture: CompanyPicture, middle: QPointF, look: Look) -> QRectF:
    wide = max(look.width(picture.name, "title", 700), look.width(picture.line, "caption")) + 88
    box = QRectF(0, 0, max(184, wide), look.scaled(76))
    box.moveCenter(middle)
    return box
