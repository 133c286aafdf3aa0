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

/// Where every bare key of a window goes: letters, digits, Enter, Esc, Space, Delete and F-keys. Chords are shortcuts.
///
/// What stands on a button is what its key does: a key presses the visible button that bears it, wherever the focus is
/// (of several the nearest to it), and Enter the focused button before any other. While a ConfirmQuestion is shown,
/// only its buttons. What a widget keeps for itself, as a text field what is typed, it says by accepting
/// QEvent::ShortcutOverride. A key that is held down types and moves, and presses nothing. Popups and the editors of
/// cells get all their keys.
///
/// A barcode that is scanned is no typing: it goes to scanned() and leaves everything as it was, except in a field that
/// takes codes. Until it is told from typing, a character that no text field takes waits for 40 ms.
///
/// Its window owns it.
class KeyDispatcher final : public QObject
{
    Q_OBJECT
public:
    explicit KeyDispatcher(QWidget &window);

    /// Within \a area keys are its own, while the focus is there; its buttons are pressed by no key from elsewhere.
    void leaveAlone(QWidget &area);
    void setScanPause(std::chrono::milliseconds pause) { m_scans.setPause(pause); }
    /// \a field keeps what is scanned into it.
    static void takeCodes(QLineEdit &field);

Q_SIGNALS:
    void scanned(const QString &code); ///< as a US layout writes it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Before ///< a text field, before what may be a scan
    {
        QPointer<QLineEdit> field;
        QString text;
        int cursor = 0;
        int selected = -1; ///< where its selection begins; -1 = there is none
        qsizetype length = 0;
    };

    [[nodiscard]] QWidget &focus() const;
    /// A chord with a Cyrillic letter, as it comes where no layout with Latin ones is set up: by its place.
    bool chord(const QKeyEvent &press, QWidget &to);
    [[nodiscard]] bool keepsKeys(const QWidget &widget) const;
    [[nodiscard]] static bool wants(QWidget &widget, const QKeyEvent &press);
    /// The nearest one to \a focus.
    [[nodiscard]] ActionButton *buttonOf(Qt::Key key, const QWidget &focus) const;
    /// Whether nothing is left to do with \a press.
    [[nodiscard]] bool take(const QKeyEvent &press, QWidget &to);
    /// X tells a held key as released and pressed again at the same moment, and Qt does not always see that they belong
    /// together.
    [[nodiscard]] bool isHeld(const QKeyEvent &press) const;
    [[nodiscard]] bool command(const QKeyEvent &press, QWidget &to);
    void remember(QWidget &to);
    void restore();
    void hold(const QKeyEvent &press);
    void release();

    QWidget &m_window;
    ScanDetector m_scans;
    Before m_before;
    int m_released = 0;                             ///< the key that was released last
    std::chrono::milliseconds m_releasedAt{};       ///< by the window system
    std::vector<std::unique_ptr<QKeyEvent>> m_held; ///< characters that may become a scan
    QTimer m_wait;                                  ///< for the next of them
    bool m_isReleasing = false;
    QList<QPointer<QWidget>> m_alone;
};

} // namespace okoshko
