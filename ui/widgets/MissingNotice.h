// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/Unreadable.h"

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

class Notice;

/// Shows what is missing from a list: the number of unreadable entries, their names on demand, and whether the list may
/// be incomplete. A dismissed notice is shown again only if something else is missing. Controls in the notice:
/// "showUnreadableButton", "hideUnreadableButton".
class MissingNotice final : public QObject
{
    Q_OBJECT
public:
    enum class Of { Events, Orders };

    /// \a parent is the widget whose layout contains widget().
    MissingNotice(Of of, QWidget *parent);

    [[nodiscard]] Notice *widget() const { return m_notice; }
    void show(ListExtent extent, const Unreadable &unreadable);

    /// Whether the list may be incomplete; empty if it is complete.
    [[nodiscard]] static QString extentWords(Of of, ListExtent extent);

private:
    void showSummary();
    void showNames();
    [[nodiscard]] QString countWords() const;
    [[nodiscard]] QString nameWords(const LeftOut &element) const;
    [[nodiscard]] QString advice() const;

    Of m_of;
    Notice *m_notice;
    ListExtent m_extent = ListExtent::Whole;
    Unreadable m_unreadable;
};

} // namespace okoshko
