// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/Report.h"
#include "ui/main/MainWindow.h"

#include <QString>

namespace okoshko {

class Counter;
class FileSaver;
class Settings;

/// A report about a problem, in one step: collects how things stand at this moment, and saves it where the cashier
/// says.
class ProblemReport
{
public:
    struct Sources ///< all must outlive this
    {
        MainWindow &window;
        Counter &counter;
        const Settings &settings;
        FileSaver &saving;
        MainWindow::Mode mode = MainWindow::Mode::Training;
        QString logFolder;
    };

    explicit ProblemReport(const Sources &sources);

    /// \a shown: the order that is on screen; may be null.
    void begin(const OrderId &shown);

private:
    [[nodiscard]] Report collect(const OrderId &shown) const;
    [[nodiscard]] QList<std::pair<QString, QString>> factsOfCounter() const;
    [[nodiscard]] QStringList buyersWords() const;

    Sources m_sources;
};

} // namespace okoshko
