// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPoint>
#include <QString>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

/// What a person has typed, chosen and scrolled below a widget, and where the keyboard is: taken before the widgets
/// are built anew, and given to those that bear their names then. What is said and shown is not in it.
///
/// A key may be among what was typed: the texts are overwritten in memory when this goes.
class ViewState
{
public:
    /// Of \a root and what is below it, in the same window.
    explicit ViewState(QWidget &root);
    ~ViewState();
    Q_DISABLE_COPY_MOVE(ViewState)

    /// \a root was built as the other was. Texts come first, for what is chosen may be among what they find.
    void giveTo(QWidget &root) const;

private:
    struct Typed
    {
        QString text;
        int cursor = 0;
        int selectedFrom = -1;
        int selectedLength = 0;
    };
    struct Place
    {
        int row = -1;
        int column = 0;
    };

    int m_line; ///< its height, by which what scrolls by pixels was laid out
    QHash<QString, Typed> m_typed;
    QHash<QString, bool> m_checked;
    QHash<QString, int> m_combos;
    QHash<QString, Place> m_current;
    QHash<QString, QPoint> m_scrolled;
    QString m_focus; ///< empty where it is elsewhere
};

} // namespace okoshko
