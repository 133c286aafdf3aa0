// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPoint>
#include <QString>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

/// Input, choices, scroll positions and focus below a widget: saved before widgets are rebuilt, and restored to those
/// with the same names. Messages are not included.
///
/// The input may contain a key: the texts are overwritten in memory by the destructor.
class ViewState
{
public:
    /// Saves the state of \a root and the widgets below it, in the same window.
    explicit ViewState(QWidget &root);
    ~ViewState();
    Q_DISABLE_COPY_MOVE(ViewState)

    /// Restores the state to \a root, which was built in the same way. Texts come first, because choices may depend on
    /// what they find.
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

    int m_line; ///< height of a line, by which pixel scrolling is scaled
    QHash<QString, Typed> m_typed;
    QHash<QString, bool> m_checked;
    QHash<QString, int> m_combos;
    QHash<QString, Place> m_current;
    QHash<QString, QPoint> m_scrolled;
    QString m_focus; ///< empty if outside
};

} // namespace okoshko
