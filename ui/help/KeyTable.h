// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

namespace okoshko {

/// The keys of the program, grouped by page, in the program's language.
class KeyTable
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::KeyTable)
public:
    struct Line
    {
        QStringList caps; ///< as capOf() writes them; a range is one cap
        QString what;
    };

    struct Group
    {
        QString page; ///< object name; empty = every page
        QString where;
        QList<Line> lines;
    };

    [[nodiscard]] static QList<Group> groups();
    /// The table as Markdown, beginning with the keys of \a page.
    [[nodiscard]] static QString markdown(const QString &page = {});

private:
    [[nodiscard]] static Group orders();
    [[nodiscard]] static Group newOrder();
    [[nodiscard]] static Group payment();
    [[nodiscard]] static Group attention();
    [[nodiscard]] static Group unprinted();
    [[nodiscard]] static Group settings();
    [[nodiscard]] static Group help();
    [[nodiscard]] static Group everywhere();
};

} // namespace okoshko
