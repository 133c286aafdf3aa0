// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ActionButton.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/Painting.h"

#include <QApplication>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace okoshko {

namespace {

bool isTypable(Qt::Key key)
{
    return key != Qt::Key() && key < Qt::Key_Escape;
}

/// A key that looks around or goes back.
bool isMove(Qt::Key key)
{
    return key == Qt::Key_Escape || key == Qt::Key_Tab || key == Qt::Key_Backtab ||
           (key >= Qt::Key_Left && key <= Qt::Key_Down) || (key >= Qt::Key_Shift && key <= Qt::Key_ScrollLock);
}

} // namespace

ActionButton::ActionButton(Weight weight, QWidget *parent)
    : QPushButton(parent)
    , m_weight(weight)
{
    setCursor(Qt::PointingHandCursor);
    setAutoDefault(false); // Enter must not press the last pressed button
    const bool canBeOn = weight == Weight::Chip || weight == Weight::Choice;
    setCheckable(canBeOn);
    setSizePolicy(weight == Weight::Choice ? QSizePolicy::Expanding : QSizePolicy::Minimum, QSizePolicy::Fixed);
    connect(qApp, &QApplication::focusChanged, this, [this] {
        if (isTypable(m_pressedBy))
            update();
    });
    m_turn.callOnTimeout(this, [this] {
        m_turn.setInterval(80ms);
        m_angle = (m_angle + 30) % 360;
        update();
    });
}

void ActionButton::setKey(Qt::Key key, Qt::Key also)
{
    m_pressedBy = key;
    m_alsoPressedBy = also;
    setKeyCap(key == Qt::Key() ? QString() : capOf(key));
}

bool ActionButton::isKeyTyped() const
{
    return isTypable(m_pressedBy) && qobject_cast<QLineEdit *>(window()->focusWidget());
}

void ActionButton::setKeyCap(const QString &key)
{
    m_key = key;
    updateGeometry();
    update();
}

void ActionButton::setDrawing(IconName name)
{
    m_drawing = name;
    updateGeometry();
    update();
}

void ActionButton::setDrawnSize(Size size)
{
    m_size = size;
    updateGeometry();
}

void ActionButton::setWeight(Weight weight)
{
    m_weight = weight;
    update();
}

void ActionButton::setNote(const QString &note)
{
    if (note == m_note)
        return;
    m_note = note;
    updateGeometry();
    update();
}

void ActionButton::setWorking(Working working)
{
    if (working == m_working)
        return;
    m_working = working;
    setEnabled(working == Working::No);
    m_angle = -1;
    if (working == Working::Yes)
        m_turn.start(200ms);
    else
        m_turn.stop();
    update();
}

void ActionButton::guard(Guard guard, const QWidget *elsewhere)
{
    m_guard = guard;
    m_elsewhere = elsewhere;
    if (!m_pause) {
        m_pause = new KeyPause([this](const QKeyEvent &press) { return judge(press); }, this);
        connect(m_pause, &KeyPause::begun, this, &ActionButton::enable);
        connect(m_pause, &KeyPause::over, this, [this] {
            if (m_guard == Guard::Once)
                m_pause->end();
            enable();
        });
    }
    m_pause->begin();
}

KeyPause::Key ActionButton::judge(const QKeyEvent &press) const
{
    const Qt::Key key = keyAtPlace(press);
    const bool isOwn = isPressedBy(key) || key == Qt::Key_Return || key == Qt::Key_Space;
    const QWidget *focus = window()->focusWidget();
    const bool isElsewhere = m_elsewhere && focus && (m_elsewhere == focus || m_elsewhere->isAncestorOf(focus));
    if (!isVisible() || isMove(key) || isElsewhere)
        return KeyPause::Key::Ignored;
    const bool isMeant = m_guard == Guard::Once ? !isOwn : isOwn && !isPausing() && !press.isAutoRepeat();
    return isMeant ? KeyPause::Key::Ignored : KeyPause::Key::BeginsAnew;
}

void ActionButton::setEnabled(bool isEnabled)
{
    m_isAllowed = isEnabled;
    enable();
}

void ActionButton::enable()
{
    const bool isEnabled = m_isAllowed && !isPausing();
    if (m_pause && !isEnabled && window()->focusWidget() == this) {
        parentWidget()->setFocus(Qt::OtherFocusReason); // otherwise the next button gets it, and the next key
        m_isFocusDue = true;
    }
    QPushButton::setEnabled(isEnabled);
    if (isEnabled && std::exchange(m_isFocusDue, false) && window()->focusWidget() == parentWidget())
        setFocus(Qt::OtherFocusReason);
}

void ActionButton::showEvent(QShowEvent *event)
{
    QPushButton::showEvent(event);
    if (m_pause && m_guard == Guard::Lasting && !event->spontaneous())
        m_pause->begin();
}

QFont ActionButton::textFont() const
{
    const bool large = m_size == Size::Touch;
    const bool strong = m_weight == Weight::Primary || m_weight == Weight::Choice || isChecked();
    return Theme::font(large ? Theme::Type::Heading : Theme::Type::Text, strong ? QFont::DemiBold : QFont::Medium);
}

QString ActionButton::sanitizedText() const
{
    return m_note.isEmpty() ? text() : text() + QChar(QChar::Nbsp) + m_note;
}

int ActionButton::contentWidth() const
{
    const QFontMetrics metrics(textFont());
    int width = metrics.size(Qt::TextShowMnemonic, sanitizedText()).width();
    if (m_drawing)
        width += metrics.height() + (sanitizedText().isEmpty() ? 0 : Theme::space(2));
    if (!m_key.isEmpty())
        width += Theme::space(2) + keyCapSize(m_key).width();
    return width;
}

QSize ActionButton::sizeHint() const
{
    const int line = QFontMetrics(textFont()).height();
    const int padding = m_weight == Weight::Chip ? Theme::space(3) : Theme::space(4);
    const int height = m_weight == Weight::Chip ? line + Theme::space(2)
                       : m_size == Size::Touch  ? Theme::touchHeight()
                                                : line + Theme::space(4);
    return {contentWidth() + 2 * padding, height};
}

QSize ActionButton::minimumSizeHint() const
{
    return m_weight == Weight::Choice ? QSize(Theme::space(20), sizeHint().height()) : sizeHint();
}

ActionButton::Colours ActionButton::colours() const
{
    const Theme::Palette &p = Theme::palette();
    Colours c{p.surface, p.control, p.text};
    if (m_weight == Weight::Primary)
        c = {p.accent, p.accent, p.onAccent};
    else if (m_weight == Weight::Danger)
        c.ink = p.urgent;
    else if (isChecked())
        c = {p.selection, p.accent, p.text};
    if (!isEnabled() && m_working == Working::No && isChecked())
        c = {p.selection, p.accent, p.text}; // a chosen button keeps its colours
    else if (!isEnabled() && m_working == Working::No)
        c = {p.raised, p.line, p.muted};
    else if (isDown())
        c.ground = m_weight == Weight::Primary ? c.ground.darker(115) : p.selection;
    else if (underMouse())
        c.ground = m_weight == Weight::Primary ? c.ground.lighter(108) : isChecked() ? c.ground : p.raised;
    return c;
}

void ActionButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours c = colours();
    const double radius = m_weight == Weight::Chip ? height() / 2.0 : Theme::space(1) * 1.2;
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setBrush(c.ground);
    painter.setPen(QPen(c.outline, isChecked() ? 2 : 1));
    painter.drawRoundedRect(box, radius, radius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_weight == Weight::Primary ? c.ink : Theme::palette().accent, 2));
        const double inset = m_weight == Weight::Primary ? 3 : 1;
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius);
    }
    paintContent(painter, c.ink);
}

void ActionButton::paintContent(QPainter &painter, const QColor &ink)
{
    const QFontMetrics metrics(textFont());
    const bool choice = m_weight == Weight::Choice;
    int x = choice ? Theme::space(4) : (width() - contentWidth()) / 2;
    if (m_drawing) {
        const int side = metrics.height();
        painter.drawPixmap(x, (height() - side) / 2, iconPixmap(*m_drawing, ink, side, devicePixelRatioF()));
        x += side + Theme::space(2);
    }
    const QSize cap = m_key.isEmpty() ? QSize() : keyCapSize(m_key);
    const int capLeft = choice ? width() - Theme::space(3) - cap.width()
                               : x + metrics.size(Qt::TextShowMnemonic, sanitizedText()).width() + Theme::space(2);
    painter.setFont(textFont());
    painter.setPen(ink);
    const QRect words(x, 0, (m_key.isEmpty() ? width() : capLeft) - x, height());
    const bool underlined = style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, this) != 0;
    const QString shown = choice
                              ? metrics.elidedText(sanitizedText(), Qt::ElideRight, words.width(), Qt::TextShowMnemonic)
                              : sanitizedText();
    painter.drawText(words, Qt::AlignVCenter | (underlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic), shown);
    if (m_angle >= 0) {
        painter.setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap));
        const QRect sign(QPoint(m_key.isEmpty() ? width() - Theme::space(6) : capLeft, (height() - cap.height()) / 2),
                         QSize(Theme::space(4), Theme::space(4)));
        painter.drawArc(sign, -m_angle * 16, 270 * 16);
    } else if (!m_key.isEmpty()) {
        QColor capInk = ink;
        if (isKeyTyped())
            capInk.setAlphaF(0.3f);
        paintKeyCap(painter, {QPoint(capLeft, (height() - cap.height()) / 2), cap}, m_key, capInk);
    }
}

} // namespace okoshko
