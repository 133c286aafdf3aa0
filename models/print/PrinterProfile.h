// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QList>
#include <QString>
#include <QStringList>

namespace okoshko {

/// A printer as the settings describe it: a queue of the print service and what is known about its paper. A value.
struct PrinterProfile
{
    enum class Prints { Nothing = 0, Tickets = 1 << 0, Receipts = 1 << 1 };
    Q_DECLARE_FLAGS(PrintsFlags, Prints)
    enum class Cutter { No, Yes };
    enum class Blanks { No, Numbered }; ///< Numbered: preprinted paper, whose numbers are counted

    QString name;  ///< unique among the profiles
    QString queue; ///< the queue's name at the print service
    PrintsFlags prints = Prints::Tickets;
    QString ticketTemplate; ///< the id of a template (TicketTemplate::id)
    double width = 210;     ///< mm
    double maxLength = 297; ///< mm; a longer document is refused
    int dpi = 300;          ///< dots per inch of the print head
    Cutter cutter = Cutter::No;
    int firstSlot = 1; ///< the first free place of a page with several tickets; counts from 1
    Blanks blanks = Blanks::No;

    friend bool operator==(const PrinterProfile &, const PrinterProfile &) = default;
};

/// How tickets are printed at this counter. A value of the settings.
struct PrintSettings
{
    /// OnPaid: orders whose payment this counter started are printed when it sees them become done.
    enum class Automatic { OnPaid, OnRequest };

    Automatic automatic = Automatic::OnPaid;
    QList<PrinterProfile> printers;

    /// The profile \a name if it prints \a what, without a name the first one that does; nullptr if there is none.
    [[nodiscard]] const PrinterProfile *printerOf(PrinterProfile::Prints what, const QString &name = {}) const;
    [[nodiscard]] QStringList printersOf(PrinterProfile::Prints what) const; ///< their names

    friend bool operator==(const PrintSettings &, const PrintSettings &) = default;
};

} // namespace okoshko

Q_DECLARE_OPERATORS_FOR_FLAGS(okoshko::PrinterProfile::PrintsFlags)
