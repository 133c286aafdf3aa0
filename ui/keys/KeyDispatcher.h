// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/ScanDetector.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

namespace okoshko {

class ActionButton;
class ConfirmQuestion;

/// Handles every key without Ctrl or Alt in a window: letters, digits, Enter, Esc, Space, Delete and F-keys. Chords are
/// shortcuts.
///
/// A key presses the visible button that shows it, wherever the focus is; of several the nearest to the focus. Enter
/// presses the focused button first, except a check box. While a ConfirmQuestion is shown, keys press only its buttons;
/// of several those of the one that has the focus, else of the one that was asked last. A widget keeps a key for
/// itself, as a text field keeps characters, by accepting QEvent::ShortcutOverride. A repeating key types and moves,
/// but presses no button. Popups and the editors of cells get all their keys.
///
/// A scanned barcode is emitted by scanned() and changes nothing else, except in a field that keeps scans. Until a scan
/// and typing can be distinguished, a character that no text field takes is delayed by the longest pause in a scan. A
/// scanner that sends no Enter types into a text field.
///
/// Owned by its window.
class KeyDispatcher final : public QObject
{
    Q_OBJECT
public:
    explicit KeyDispatcher(QWidget &window);

    /// While the focus is in \a area, it gets all keys; while the focus is elsewhere, no key presses its buttons.
    void leaveAlone(QWidget &area);
    void setScanPause(std::chrono::milliseconds pause) { m_scans.setPause(pause); }
    /// A scan while \a field has the focus replaces what it holds, in the US layout; the scanner's Enter does nothing.
    static void keepScans(QLineEdit &field);
    enum class OnCode { Fill, Enter };
    /// \a field is for codes that are no order's: giveCode() fills it, or enters the code as well.
    static void takeCodes(QLineEdit &field, OnCode then);
    /// Puts \a code into the shown field that takes codes, in place of what it holds; false if there is none.
    bool giveCode(const QString &code);

Q_SIGNALS:
    void scanned(const QString &code); ///< in the US layout

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Before ///< the state of a text field before a possible scan
    {
        QPointer<QLineEdit> field;
        QString text;
        int cursor = 0;
        int selected = -1; ///< start of the selection; -1 = none
        qsizetype length = 0;
    };

    [[nodiscard]] QWidget &focus() const;
    /// Handles a chord with a Cyrillic letter by the key's place, for systems without a Latin layout.
    bool chord(const QKeyEvent &press, QWidget &to);
    [[nodiscard]] bool keepsKeys(const QWidget &widget) const;
    [[nodiscard]] static bool wants(QWidget &widget, const QKeyEvent &press);
    /// The button nearest to \a focus.
    [[nodiscard]] ActionButton *buttonOf(Qt::Key key, const QWidget &focus) const;
    /// The ConfirmQuestion that keys answer; null if none is shown.
    [[nodiscard]] const QWidget *questionFor(const QWidget &focus) const;
    /// Whether \a press was handled.
    [[nodiscard]] bool take(const QKeyEvent &press, QWidget &to);
    /// X reports a repeated key as released and pressed at the same moment, and Qt does not always recognize it.
    [[nodiscard]] bool isHeld(const QKeyEvent &press) const;
    [[nodiscard]] bool command(const QKeyEvent &press, QWidget &to);
    void remember(QWidget &to);
    void restore();
    void hold(const QKeyEvent &key);
    void release();
    void endWait();

    QWidget &m_window;
    ScanDetector m_scans;
    Before m_before;
    int m_released = 0;                             ///< the last released key
    std::chrono::milliseconds m_releasedAt{};       ///< time stamp of the window system
    std::vector<std::unique_ptr<QKeyEvent>> m_held; ///< presses, and their releases, that may belong to a scan
    QTimer m_wait;                                  ///< for the next character of a scan
    bool m_isReleasing = false;
    QPointer<ConfirmQuestion> m_asked; ///< the last one, possibly answered
    QList<QPointer<QWidget>> m_alone;
};

} // namespace okoshko
