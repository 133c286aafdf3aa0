// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/printing/PrivateCups.h"

#include <QUuid>

namespace okoshko {

/// The tour's print service, for this whole process: a queue for A4 sheets, and one for a roll of 80 mm. Where cupsd is
/// not installed, it does not run.
class TourPrinters
{
public:
    /// Must be created before anything asks the print service.
    TourPrinters();
    ~TourPrinters();

    TourPrinters(const TourPrinters &) = delete;
    TourPrinters &operator=(const TourPrinters &) = delete;

    [[nodiscard]] bool isRunning() const { return m_cups.isRunning(); }
    [[nodiscard]] static QString sheets() { return QStringLiteral("a4"); }
    [[nodiscard]] static QString roll() { return QStringLiteral("roll"); }

    enum class Behaviour {
        Prints,
        Waits,        ///< until letGo()
        IsOutOfPaper, ///< until the job is given up
    };
    /// How the queue of sheets treats jobs from now on.
    void setSheets(Behaviour behaviour);
    /// Whether \a job is the last that came to the printer of sheets.
    [[nodiscard]] bool hasJob(const QUuid &job) const;
    void letGo(); ///< once the printer has a job

    /// The file that the printer of \a queue has written last.
    [[nodiscard]] QString printed(const QString &queue) const { return m_cups.printed(queue); }

private:
    sandbox::PrivateCups m_cups;
};

} // namespace okoshko
