// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

QT_FORWARD_DECLARE_CLASS(QWidget)
QT_FORWARD_DECLARE_CLASS(QModelIndex)
QT_FORWARD_DECLARE_CLASS(QAbstractItemView)

namespace okoshko {

/// Sends keys and clicks to the real widgets as the window system does. Hidden and disabled widgets cannot be pressed.
class InputDriver
{
public:
    /// \a window must outlive this.
    explicit InputDriver(QWidget &window)
        : m_window(window)
    {
    }

    /// The visible widget with that name in the window, or nullptr.
    [[nodiscard]] QWidget *find(const QString &objectName) const;

    template <class Widget>
    [[nodiscard]] Widget *find(const QString &objectName) const
    {
        return qobject_cast<Widget *>(find(objectName));
    }

    enum class Result { Done, NotThere };

    [[nodiscard]] Result click(const QString &objectName) const;
    [[nodiscard]] Result click(QAbstractItemView &view, const QModelIndex &index) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier); ///< sent to the widget with the focus
    void type(const QString &text);

private:
    [[nodiscard]] QWidget &focus() const;

    QWidget &m_window;
};

} // namespace okoshko
