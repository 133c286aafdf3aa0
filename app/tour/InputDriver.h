// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

QT_FORWARD_DECLARE_CLASS(QWidget)
QT_FORWARD_DECLARE_CLASS(QModelIndex)
QT_FORWARD_DECLARE_CLASS(QAbstractItemView)

namespace okoshko {

/// A cashier's hands: keys and clicks on the real widgets, the way the window system would send them. What cannot be
/// seen or is disabled cannot be pressed.
class InputDriver
{
public:
    /// \a window must outlive this.
    explicit InputDriver(QWidget &window)
        : m_window(window)
    {
    }

    /// The visible widget of that name in the window, or nullptr.
    [[nodiscard]] QWidget *find(const QString &objectName) const;

    template <class Widget>
    [[nodiscard]] Widget *find(const QString &objectName) const
    {
        return qobject_cast<Widget *>(find(objectName));
    }

    enum class Result { Done, NotThere };

    [[nodiscard]] Result click(const QString &objectName) const;
    [[nodiscard]] Result click(QAbstractItemView &view, const QModelIndex &index) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier); ///< goes to where the focus is
    void type(const QString &text);

private:
    [[nodiscard]] QWidget &focus() const;

    QWidget &m_window;
};

} // namespace okoshko
