// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/Unreadable.h"

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

class Notice;

/// Says quietly what is missing from a list: how many of it could not be read, each by its name on demand, and whether
/// there may be more than stands there. Whoever has seen it hides it, until something else is missing. Controls in the
/// notice: "showUnreadableButton", "hideUnreadableButton".
class MissingNotice final : public QObject
{
    Q_OBJECT
public:
    enum class Of { Events, Orders };

    /// \a parent is the widget in whose layout widget() will be.
    MissingNotice(Of of, QWidget *parent);

    [[nodiscard]] Notice *widget() const { return m_notice; }
    void tell(ListExtent extent, const Unreadable &unreadable);

    /// Whether there may be more of a list than stands there; empty where nothing is to be said.
    [[nodiscard]] static QString extentWords(Of of, ListExtent extent);

private:
    void say();
    void sayWhich();
    [[nodiscard]] QString countWords() const;
    [[nodiscard]] QString nameWords(const LeftOut &element) const;
    [[nodiscard]] QString advice() const;

    Of m_of;
    Notice *m_notice;
    ListExtent m_extent = ListExtent::Whole;
    Unreadable m_unreadable;
};

} // namespace okoshko
