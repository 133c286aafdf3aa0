// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/KeyDispatcher.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ConfirmQuestion.h"
#include "ui/widgets/KeyHint.h"

#include "models/tables/SearchText.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QShortcut>

#include <algorithm>

using namespace std::chrono_literals;

namespace okoshko {

namespace {

constexpr char keepsScans[] = "okoshkoKeepsScans";
constexpr char takesCodes[] = "okoshkoTakesCodes"; ///< an OnCode

bool isBare(const QKeyEvent &press)
{
    return !(press.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

/// Keys that move the focus or step a value: they may auto-repeat.
bool moves(Qt::Key key)
{
    switch (key) { // the other keys do not repeat
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Backspace:
        return true;
    default:
        return false;
    }
}

bool isModifier(Qt::Key key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_CapsLock;
}

} // namespace

KeyDispatcher::KeyDispatcher(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    m_wait.setSingleShot(true);
    // Pending keys are handled before the second turn of the event loop, so that a delay does not turn a scan into
    // typing.
    connect(&m_wait, &QTimer::timeout, this, [this] { QTimer::singleShot(0, this, &KeyDispatcher::endWait); });
    QCoreApplication::instance()->installEventFilter(this);
}

void KeyDispatcher::leaveAlone(QWidget &area)
{
    m_alone.removeIf([](const QPointer<QWidget> &gone) { return !gone; });
    m_alone << &area;
}

void KeyDispatcher::keepScans(QLineEdit &field)
{
    field.setProperty(keepsScans, true);
}

void KeyDispatcher::takeCodes(QLineEdit &field, OnCode then)
{
    field.setProperty(takesCodes, static_cast<int>(then));
}

QWidget &KeyDispatcher::focus() const
{
    QWidget *widget = m_window.focusWidget();
    return widget && widget->isVisible() ? *widget : m_window;
}

bool KeyDispatcher::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyRelease && !m_isReleasing) {
        const auto &key = static_cast<QKeyEvent &>(*event);
        m_released = key.key();
        m_releasedAt = std::chrono::milliseconds(key.timestamp());
        // The release of a key that is held back must not overtake it.
        if (watched == &focus() &&
            std::ranges::any_of(m_held, [&key](const auto &held) { return held->key() == key.key(); })) {
            hold(key);
            return true;
        }
    }
    if (event->type() == QEvent::Show) {
        if (auto *question = qobject_cast<ConfirmQuestion *>(watched); question && question->window() == &m_window)
            m_asked = question;
    }
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    auto &to = static_cast<QWidget &>(*watched);
    // A key is passed from the focus to its parents; it is handled once.
    if (to.window() != &m_window || &to != &focus() || QApplication::activePopupWidget())
        return false;
    return take(static_cast<QKeyEvent &>(*event), to);
}

bool KeyDispatcher::keepsKeys(const QWidget &widget) const
{
    // A cell's editor is a child of its view's viewport.
    const QWidget *around = widget.parentWidget() ? widget.parentWidget()->parentWidget() : nullptr;
    if (qobject_cast<const QLineEdit *>(&widget) && qobject_cast<const QAbstractItemView *>(around))
        return true;
    return std::ranges::any_of(m_alone, [&widget](const QPointer<QWidget> &area) {
        return area && (area == &widget || area->isAncestorOf(&widget));
    });
}

bool KeyDispatcher::isHeld(const QKeyEvent &press) const
{
    constexpr auto shortestRelease = 10ms; // a person takes longer to press a key again
    const std::chrono::milliseconds at(press.timestamp());
    const bool hasTimes = at != 0ms && m_releasedAt != 0ms;
    return press.isAutoRepeat() || (hasTimes && press.key() == m_released && at - m_releasedAt <= shortestRelease);
}

bool KeyDispatcher::take(const QKeyEvent &press, QWidget &to)
{
    if (m_isReleasing) // it was examined when it arrived
        return command(press, to);
    const auto found = m_scans.take(press);
    switch (found) {
    case ScanDetector::Found::Typed:
        if (!isModifier(static_cast<Qt::Key>(press.key())))
            release();
        break;
    case ScanDetector::Found::Begun:
        release();
        remember(focus());
        break;
    case ScanDetector::Found::GoesOn:
        break;
    case ScanDetector::Found::Scanned: {
        m_held.clear();
        m_wait.stop();
        const QString code = inLatinLayout(m_scans.code());
        if (to.property(keepsScans).toBool()) {
            static_cast<QLineEdit &>(to).setText(code);
            return true;
        }
        restore();
        Q_EMIT scanned(code);
        return true;
    }
    case ScanDetector::Found::Echo:
        return true;
    }
    QWidget &now = focus(); // held keys may have moved the focus
    const bool mayBeScan = found == ScanDetector::Found::Begun || found == ScanDetector::Found::GoesOn;
    if (mayBeScan && !keepsKeys(now) && !qobject_cast<QLineEdit *>(&now)) {
        hold(press);
        return true;
    }
    if (&now == &to)
        return command(press, to);
    hold(press); // held keys moved the focus
    release();
    return true;
}

bool KeyDispatcher::wants(QWidget &widget, const QKeyEvent &press)
{
    const auto *field = qobject_cast<QLineEdit *>(&widget);
    if (field && press.key() == Qt::Key_Delete && field->text().isEmpty())
        return false; // nothing to delete
    QKeyEvent asked(QEvent::ShortcutOverride, press.key(), press.modifiers(), press.text(), press.isAutoRepeat());
    asked.ignore();
    QCoreApplication::sendEvent(&widget, &asked);
    return asked.isAccepted();
}

bool KeyDispatcher::chord(const QKeyEvent &press, QWidget &to)
{
    const Qt::Key key = keyAtPlace(press);
    if (press.isAutoRepeat())
        return true;
    const QKeySequence keys(QKeyCombination(press.modifiers(), key));
    for (QShortcut *shortcut : m_window.findChildren<QShortcut *>()) {
        const QWidget *place = qobject_cast<QWidget *>(shortcut->parent());
        const bool isHere =
            shortcut->context() == Qt::WindowShortcut || place == &to || (place && place->isAncestorOf(&to));
        if (shortcut->key() == keys && shortcut->isEnabled() && place && place->isVisible() && isHere) {
            Q_EMIT shortcut->activated();
            return true;
        }
    }
    QKeyEvent meant(QEvent::KeyPress, key, press.modifiers());
    QCoreApplication::sendEvent(&to, &meant); // as Ctrl+C in a text field
    return true;
}

bool KeyDispatcher::command(const QKeyEvent &press, QWidget &to)
{
    if (press.modifiers() & Qt::ControlModifier && press.key() < Qt::Key_Escape &&
        isCyrillic(QChar(static_cast<char16_t>(press.key()))))
        return chord(press, to);
    const Qt::Key key = keyAtPlace(press);
    if (keepsKeys(to) || isModifier(key))
        return false;
    const bool isEnd = key == Qt::Key_Return || key == Qt::Key_Escape;
    const bool isRepeated = isHeld(press);
    if (isRepeated && isEnd)
        return true;
    if (!isBare(press) || wants(to, press))
        return false;
    if (isRepeated)
        return !moves(key);
    if (key == Qt::Key_Return) {
        auto *focused = qobject_cast<QAbstractButton *>(&to);
        // Space changes a check box; Enter goes on with the form.
        if (focused && !qobject_cast<QCheckBox *>(focused) && focused->isEnabled() && !focused->isChecked()) {
            focused->click();
            return true;
        }
    }
    ActionButton *button = buttonOf(key, to);
    if (!button)
        return false;
    // The button is disabled or working: the key has no other effect meanwhile; a field may show what is wrong.
    if (!button->isEnabled())
        return !qobject_cast<QLineEdit *>(&to);
    button->click();
    return true;
}

ActionButton *KeyDispatcher::buttonOf(Qt::Key key, const QWidget &focus) const
{
    const QWidget *question = questionFor(focus);
    ActionButton *found = nullptr;
    for (const QWidget *scope = question ? question : &focus; scope;
         scope = question ? nullptr : scope->parentWidget()) {
        for (ActionButton *button : scope->findChildren<ActionButton *>()) {
            if (!button->isPressedBy(key) || !button->isVisible() || keepsKeys(*button))
                continue;
            if (button->isEnabled())
                return button;
            found = button;
        }
        if (found && found->isWorking()) // a second press is not for a button farther away
            return found;
    }
    return found;
}

const QWidget *KeyDispatcher::questionFor(const QWidget &focus) const
{
    QList<const ConfirmQuestion *> shown;
    for (const ConfirmQuestion *question : m_window.findChildren<ConfirmQuestion *>()) {
        if (question == &focus || question->isAncestorOf(&focus))
            return question;
        if (question->isVisible())
            shown << question;
    }
    if (shown.contains(m_asked))
        return m_asked;
    return shown.value(0);
}

bool KeyDispatcher::giveCode(const QString &code)
{
    for (QLineEdit *field : m_window.findChildren<QLineEdit *>()) {
        const QVariant then = field->property(takesCodes);
        if (!then.isValid() || !field->isVisible() || !field->isEnabled())
            continue;
        field->setText(code);
        if (questionFor(*field)) // the scanner's Enter is no answer to it
            return true;
        field->setFocus(Qt::OtherFocusReason);
        if (then.toInt() == static_cast<int>(OnCode::Enter))
            static_cast<void>(command(QKeyEvent(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier), *field));
        return true;
    }
    return false;
}

void KeyDispatcher::remember(QWidget &to)
{
    m_before = {};
    if (auto *field = qobject_cast<QLineEdit *>(&to))
        m_before = {field, field->text(), field->cursorPosition(), field->selectionStart(), field->selectionLength()};
}

void KeyDispatcher::restore()
{
    if (!m_before.field)
        return;
    QLineEdit &field = *m_before.field;
    field.setText(m_before.text);
    field.setCursorPosition(m_before.cursor);
    if (m_before.selected >= 0)
        field.setSelection(m_before.selected, static_cast<int>(m_before.length));
    m_before = {};
}

void KeyDispatcher::hold(const QKeyEvent &key)
{
    const bool isRepeated = key.type() == QEvent::KeyPress ? isHeld(key) : key.isAutoRepeat();
    m_held.push_back( // without the time stamp, which isHeld() uses
        std::make_unique<QKeyEvent>(key.type(), key.key(), key.modifiers(), key.text(), isRepeated));
    m_wait.start(m_scans.pause() + 5ms);
}

void KeyDispatcher::endWait()
{
    if (m_wait.isActive()) // another character came meanwhile
        return;
    if (m_held.empty() || !m_scans.endWithoutKey())
        return release();
    m_held.clear();
    restore();
    Q_EMIT scanned(inLatinLayout(m_scans.code()));
}

void KeyDispatcher::release()
{
    m_wait.stop();
    const auto held = std::exchange(m_held, {});
    m_isReleasing = true;
    for (const auto &key : held)
        QCoreApplication::sendEvent(&focus(), key.get());
    m_isReleasing = false;
}

} // namespace okoshko
